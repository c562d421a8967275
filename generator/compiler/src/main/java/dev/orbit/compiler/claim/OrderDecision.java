package dev.orbit.compiler.claim;

import dev.orbit.compiler.analyse.FormulaAlgebra;
import dev.orbit.compiler.analyse.Undecidable;
import dev.orbit.compiler.formula.Formula;
import dev.orbit.compiler.formula.Formulas;
import dev.orbit.compiler.formula.Rational;
import dev.orbit.compiler.model.Claim;
import dev.orbit.compiler.model.Model;
import dev.orbit.compiler.model.Symbol;
import dev.orbit.compiler.program.Datum;
import dev.orbit.compiler.symbolic.Assumptions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Decides a claim about the leading power: powers below are proved to be absent, the power itself to be there. */
final class OrderDecision {
    private static final int MORE = 2;
    private static final int ATTEMPTS = 12;
    private static final long SEED = 6_05;

    private final Decision decision;
    private final Claim.Fact.Order fact;
    private final EqualityProof proof;
    private final int length;
    private int points;

    OrderDecision(Decision decision, Claim.Fact.Order fact) {
        this.decision = decision;
        this.fact = fact;
        this.proof = new EqualityProof(decision.prover(), decision.deadline());
        this.length = fact.power() + 1 + MORE;
    }

    /** A power whose coefficient is not 0, and where that shows. */
    private record Seen(int power, Point point, String coefficient, List<String> calls) {}

    Verdict verdict() {
        List<Integer> rows = decision.rows();
        // without steps there is nothing to see of an open number
        List<Integer> tried = decision.isOpen() ? rows.subList(1, rows.size()) : rows;
        List<String> grounds = new ArrayList<>();
        boolean proved = true;
        for (int count : tried) {
            for (int i = 0; i < fact.of().size(); i++) {
                String name = Counterexamples.name(fact.of().get(i), decision.model());
                Optional<Seen> few = lowest(count, i, Counterexamples.FEW);
                Optional<String> gap = few.isEmpty()
                        ? Optional.of("no power of " + name + " was found whose coefficient is not 0")
                        : gap(count, i);
                Optional<Seen> seen = gap.isEmpty() ? few : lowest(count, i, ATTEMPTS);
                if (seen.isPresent() && seen.get().power() != fact.power()) {
                    return refuted(name, seen.get());
                }
                proved &= gap.isEmpty();
                grounds.add(gap.orElseGet(
                        () -> name + " begins with " + fact.small().name() + "^" + fact.power()
                                + ", exactly: the coefficient is " + seen.get().coefficient() + at(seen.get())));
            }
        }
        if (proved && !decision.isOpen()) {
            return Verdict.proved(decision.claim(), grounds, Optional.empty());
        }
        String how = (proved ? "proved" : "tested") + decision.extent() + " only: " + grounds.get(0);
        return Verdict.tested(decision.claim(), how, points);
    }

    private String at(Seen seen) {
        String point = shown(seen, "", "").point();
        return point.isEmpty() ? "" : " at " + point;
    }

    private Counterexample shown(Seen seen, String left, String right) {
        Map<String, String> values = new LinkedHashMap<>();
        seen.point().numbers().forEach((entry, value) -> {
            if (!entry.symbol().equals(fact.small())) {
                values.put(entry.name().toString(), value.toString());
            }
        });
        OptionalInt open = decision.isOpen() ? OptionalInt.of(seen.point().rows()) : OptionalInt.empty();
        return new Counterexample(open, values, seen.calls(), "order", left, right);
    }

    private Verdict refuted(String name, Seen seen) {
        Counterexample found = shown(seen, Integer.toString(seen.power()), Integer.toString(fact.power()));
        return Verdict.refuted(
                decision.claim(),
                new Counterexample(
                        found.steps(),
                        found.values(),
                        found.calls(),
                        "order(" + name + ", " + fact.small().name() + ")",
                        found.left(),
                        found.right()));
    }

    /** The lowest power that has a coefficient other than 0 at some point, in some entry; enough points with the claimed one end the search. */
    private Optional<Seen> lowest(int rows, int which, int enough) {
        Draw draw = decision.trial().draw(SEED);
        Optional<Seen> lowest = Optional.empty();
        int agreements = 0;
        int told = 0;
        for (int attempt = 0;
                attempt < ATTEMPTS
                        && agreements < enough
                        && !decision.deadline().isPast();
                attempt++) {
            Point point = draw.point(rows, attempt);
            Optional<Seen> seen = seen(point, which);
            told += seen.isPresent() ? 1 : 0;
            agreements += seen.filter(found -> found.power() == fact.power()).isPresent() ? 1 : 0;
            if (seen.isPresent()
                    && lowest.filter(l -> l.power() <= seen.get().power()).isEmpty()) {
                lowest = seen;
            }
        }
        points = Math.max(points, told);
        return lowest;
    }

    private Optional<Seen> seen(Point point, int which) {
        try {
            List<Series<Sample>> entries = new SeriesWitness(decision)
                    .asTendsToZero(fact.small(), point, length)
                    .get(which);
            for (int power = 0; power < length; power++) {
                for (Series<Sample> entry : entries) {
                    Sample coefficient = entry.at(power);
                    if (coefficient.isApartFrom(Sample.Exact.ZERO)) {
                        return Optional.of(new Seen(power, point, coefficient.text(), List.of()));
                    }
                }
            }
            return Optional.empty();
        } catch (Undecidable notThere) {
            return Optional.empty();
        }
    }

    /** Why it is not proved that lower powers are absent; nothing when it is. */
    private Optional<String> gap(int rows, int which) {
        try {
            for (Map<Entry, Integer> indices : decision.choices(new Inputs(decision.model(), rows).indices())) {
                Optional<String> gap = gap(rows, which, indices);
                if (gap.isPresent()) {
                    return gap;
                }
            }
            return Optional.empty();
        } catch (Undecidable gap) {
            return Optional.of(gap.why());
        }
    }

    private Optional<String> gap(int rows, int which, Map<Entry, Integer> indices) {
        Formulas formulas = new Formulas();
        List<Formula.Compare> facts = new ArrayList<>();
        Formula zero = formulas.number(Rational.ZERO);
        for (Series<Formula> entry : forms(rows, formulas, facts, indices).get(which)) {
            for (int power = 0; power < fact.power(); power++) {
                if (!proof.succeeds(entry.at(power), zero, new Assumptions(facts))) {
                    return Optional.of("it is not proved that power " + power + " is absent");
                }
            }
        }
        return Optional.empty();
    }

    private List<List<Series<Formula>>> forms(
            int rows, Formulas formulas, List<Formula.Compare> facts, Map<Entry, Integer> indices) {
        Model model = decision.model();
        FormulaAlgebra base = Decision.algebra(formulas);
        SeriesAlgebra<Formula> algebra =
                new SeriesAlgebra<>(base, fact.power() + 1, formulas.number(Rational.ZERO)::equals);
        Symbol small = fact.small();
        java.util.function.Function<Entry, Series<Formula>> numbers =
                entry -> entry.symbol().equals(small)
                        ? algebra.line(formulas.number(Rational.ZERO), formulas.number(Rational.ONE))
                        : algebra.fixed(formulas.symbol(entry.name()));
        Map<Symbol, Datum<Series<Formula>>> free = new Inputs(model, rows).of(numbers, indices::get);
        Map<String, Integer> open = decision.trial().rows(rows);
        Map<Symbol, Datum<Series<Formula>>> placed =
                SeriesWitness.placed(decision, algebra, free, open, numbers, Set.of(small));
        return decision.program()
                .compared(
                        Machine.of(algebra),
                        placed,
                        open,
                        (condition, left, right) -> Question.fact(
                                        condition, left.constant(), right.constant(), formulas)
                                .ifPresent(facts::add));
    }
}
