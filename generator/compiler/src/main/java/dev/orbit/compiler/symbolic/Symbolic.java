package dev.orbit.compiler.symbolic;

import dev.orbit.compiler.formula.Formula;
import dev.orbit.compiler.formula.Formulas;
import dev.orbit.compiler.formula.Substitution;
import dev.orbit.compiler.formula.Traversal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Symbolic mathematics on formulas. Symja starts when it is first needed, once per process; {@link #warm} starts it in
 * the background. Safe for use from several threads, though the formulas' {@link Formulas} is not.
 */
public final class Symbolic {
    /** Larger formulas are left to the rules of the function table, operation by operation. */
    private static final int LARGEST_REGION = 60;

    /** A product of sums that has as many terms as this when multiplied out is left to the rules too. */
    private static final int MOST_TERMS = 200;

    /** A process that compiles many specs for days keeps no more than these. */
    private static final int MOST_REMEMBERED = 4096;

    private static final Map<String, Derived> REMEMBERED = new ConcurrentHashMap<>();

    private final Duration limit;

    /** The partials of a shape, in its stand-ins. */
    private record Derived(Shape shape, List<Formula> partials) {}

    /**
     * A session.
     *
     * @param limit how long one job may take; what takes longer is abandoned, and has no answer
     */
    public Symbolic(Duration limit) {
        this.limit = limit;
    }

    /**
     * Starts Symja on a background thread, and has it answer a question there, so that classes are loaded and call sites
     * linked while the caller still reads its input. The future completes when Symja is ready, exceptionally with
     * {@link ForeignCodeException} when it must not start; who does not wait meets the same at the first question.
     */
    public static CompletableFuture<Void> warm() {
        return Engine.start().thenRun(() -> {
            Thread rehearsal = new Thread(Symbolic::rehearse, "orbit-symbolic-rehearsal");
            rehearsal.setDaemon(true);
            rehearsal.start();
        });
    }

    private static void rehearse() {
        Formulas formulas = new Formulas();
        Formula.Symbol x = formulas.symbol("x");
        Formula.Symbol y = formulas.symbol("y");
        Formula region = formulas.multiply(
                formulas.subtract(formulas.number(1), x), formulas.add(formulas.number(1), formulas.multiply(x, y)));
        new Symbolic(Duration.ofMinutes(1)).adjoints(formulas, region, formulas.symbol("seed"), List.of(x, y));
    }

    /**
     * Partial derivatives in closed form, written to be cheap when all that the formula computes is there already.
     *
     * @param formulas the maker of {@code formula} and of the result
     * @param formula a rational function of symbols
     * @param by the symbols to differentiate by
     * @return one derivative for each, in order; nothing when the formula is no rational function or is too large
     * @throws SymbolicException when what comes back is not understood, or is not the derivative: a fault in the compiler
     * @throws ForeignCodeException when Symja must not start
     */
    public Optional<List<Formula>> partials(Formulas formulas, Formula formula, List<Formula.Symbol> by) {
        return adjoints(formulas, formula, formulas.number(1), by);
    }

    /**
     * The adjoint of each symbol from the adjoint of the formula: the partial derivatives times {@code seed}, in closed
     * forms that share what they can.
     *
     * @param seed a symbol, or a number; it counts as computed
     * @return as {@link #partials}
     */
    public Optional<List<Formula>> adjoints(Formulas formulas, Formula formula, Formula seed, List<Formula.Symbol> by) {
        if (!isTractable(formula)) {
            return Optional.empty();
        }
        List<Formula> zeros = by.stream().map(symbol -> formulas.number(0)).toList();
        List<Formula.Symbol> present = Traversal.symbols(List.of(formula)).stream()
                .filter(by::contains)
                .toList();
        return derivatives(formulas, List.of(formula, seed), present).map(found -> {
            List<Formula> result = new ArrayList<>(zeros);
            for (int i = 0; i < by.size(); i++) {
                int place = present.indexOf(by.get(i));
                if (place >= 0) {
                    result.set(i, found.get(place));
                }
            }
            return result;
        });
    }

    /**
     * Whether two formulas are the same function of their symbols, abstract functions being any smooth functions.
     *
     * <p>A proof is exact: what is no rational function is opaque (but for what exponentials and circular functions have
     * to do with one another), the difference is multiplied out and brought to one denominator by Symja, and arithmetic
     * modulo a prime at random points must have said the same before. A refutation names a point.
     *
     * @throws SymbolicException when the two witnesses disagree: a fault in the compiler
     * @throws ForeignCodeException when Symja must not start
     */
    public Verdict decideEqual(Formula left, Formula right, Assumptions assumptions) {
        return new Identity(limit).decide(left, right, assumptions);
    }

    /**
     * The formula in the shortest form that was found, for readers: {@code (1 - t) * (1 + t)} as {@code 1 - t^2}. It is
     * the same function, but for poles; it need not be as accurate in floating point.
     *
     * @return the formula itself when it is large, or nothing shorter was found in time
     * @throws SymbolicException when the short form is another function: a fault in the compiler
     */
    public Formula simplest(Formulas formulas, Formula formula) {
        Optional<Formula> shortest = Engine.run(limit, engine -> {
            // a job that is abandoned goes on for a while: it must not write into the caller's formulas
            Formulas own = new Formulas();
            return new Simplest(engine, own).of(new Substitution(own, Map.of()).into(formula));
        });
        shortest.ifPresent(found -> Identity.verify(formula, found));
        return shortest.map(found -> new Substitution(formulas, Map.of()).into(found))
                .orElse(formula);
    }

    private Optional<List<Formula>> derivatives(Formulas formulas, List<Formula> roots, List<Formula.Symbol> by) {
        Shape shape = Shape.of(roots);
        List<Formula.Symbol> standIns = by.stream().map(shape::standIn).toList();
        String key = shape.key() + standIns.stream().map(s -> s.name().base()).toList();
        Optional<Derived> known = Optional.ofNullable(REMEMBERED.get(key));
        if (known.isEmpty()) {
            known = derive(shape, standIns);
            known.ifPresent(derived -> remember(key, derived));
        }
        return known.map(
                derived -> new Substitution(formulas, derived.shape().meaningsIn(shape)).into(derived.partials()));
    }

    /** Told by size, not by time: the same formula must have the same derivative on every machine. */
    private static boolean isTractable(Formula formula) {
        return Traversal.bottomUp(List.of(formula)).size() <= LARGEST_REGION
                && RationalForms.areRational(List.of(formula))
                && RationalForms.expandedTerms(formula, MOST_TERMS) < MOST_TERMS;
    }

    private Optional<Derived> derive(Shape shape, List<Formula.Symbol> by) {
        Optional<List<Formula>> partials = Engine.run(limit, engine -> new Partials(engine, shape).by(by));
        partials.ifPresent(found -> new PartialWitness().verify(shape, by, found));
        return partials.map(found -> new Derived(shape, found));
    }

    private static void remember(String key, Derived derived) {
        if (REMEMBERED.size() >= MOST_REMEMBERED) {
            REMEMBERED.clear();
        }
        REMEMBERED.put(key, derived);
    }
}
