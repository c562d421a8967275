package dev.orbit.compiler.claim;

import dev.orbit.compiler.model.Claim;
import dev.orbit.compiler.model.Expr;
import dev.orbit.compiler.model.Init;
import dev.orbit.compiler.model.Model;
import dev.orbit.compiler.model.Symbol;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a start does, in closed forms: each line is proved, or refuted by a counterexample, or says that it is neither. */
final class ExactStart {
    private static final Duration LIMIT = Duration.ofSeconds(2);
    private static final int HIGHEST_ORDER = 3;

    private final Model model;
    private final Init init;
    private final int rows;
    private final StartValues values;
    private final List<Symbol> dead;
    private final String extent;
    private final Claims claims = new Claims(Prover.symbolic(LIMIT), LIMIT);
    private final Map<Symbol, Verdict> verdicts = new LinkedHashMap<>();
    private final DeadEnds ends;
    private final List<String> lines = new ArrayList<>();

    ExactStart(Model model, Init init, int rows, StartValues values, List<Symbol> dead, String extent) {
        this.model = model;
        this.init = init;
        this.rows = rows;
        this.values = values;
        this.dead = dead;
        this.extent = extent;
        this.ends = new DeadEnds(Flow.of(model, values.point()));
        for (Symbol parameter : values.parameters()) {
            verdicts.put(parameter, decide(new Claim.Fact.Equal(List.of(zero(parameter)))));
        }
    }

    List<String> lines() {
        Deadline deadline = new Deadline(LIMIT);
        EqualityProof proof = new EqualityProof(Prover.symbolic(LIMIT), deadline);
        new Baseline(model, init, rows).exactly(proof, extent).ifPresent(lines::add);
        long zeros = verdicts.values().stream().filter(ExactStart::isProved).count();
        boolean stuck = zeros == verdicts.size();
        boolean some = zeros > 0 && !stuck;
        Optional<ExactWaking> waking =
                some ? Optional.of(new ExactWaking(model, init, rows, deadline)) : Optional.empty();
        Set<Symbol> asleep = waking.map(each -> each.asleep(proof)).orElse(Set.of());
        verdicts.forEach((parameter, verdict) -> {
            String name = "gradient(" + parameter.name() + ")";
            switch (verdict.kind()) {
                case PROVED -> {
                    lines.add(name + " is zero: " + String.join("; ", verdict.grounds()));
                    lines.add("  " + ends.why(parameter));
                    boolean wakes = waking.filter(each -> each.wakes(parameter)).isPresent();
                    lines.add("  "
                            + Starts.next(some, wakes).orElseGet(() -> staysZero(asleep.contains(parameter), waking)));
                }
                case REFUTED -> moving(parameter, name, verdict.witness().orElseThrow());
                case TESTED -> untold(parameter, name, verdict);
            }
        });
        return lines;
    }

    private static boolean isProved(Verdict verdict) {
        return verdict.kind() == Verdict.Kind.PROVED;
    }

    private String staysZero(boolean proved, Optional<ExactWaking> waking) {
        int points = waking.map(ExactWaking::points).orElse(0);
        return "it stays zero after one step of gradient descent: "
                + (proved ? "proved" + extent : "tested at " + points + " random points");
    }

    private void moving(Symbol parameter, String name, Counterexample where) {
        lines.add(name + " is not zero: " + where.left() + (where.point().isEmpty() ? "" : " at " + where.point()));
        String shape = values.shape(parameter);
        if (!shape.isEmpty()) {
            lines.add("  " + shape + " (" + values.examples() + " random examples)");
        }
        order(parameter);
    }

    /** Neither proved nor refuted: values say what they can, also with more steps where their number is open. */
    private void untold(Symbol parameter, String name, Verdict verdict) {
        String examples = ", by values at " + values.examples() + " random examples";
        if (values.moves(parameter)) {
            lines.add(name + " is not zero" + examples);
        } else if (!dead.contains(parameter)) {
            lines.add(name + " is zero in the first steps and not later, by values");
        } else {
            lines.add(name + " is zero" + examples);
            lines.add("  " + ends.why(parameter) + " (at a random example)");
        }
        lines.add("  not proved: " + String.join("; ", verdict.grounds()));
    }

    private Claim.Sides zero(Symbol parameter) {
        return new Claim.Sides(new Expr.Gradient(parameter, init.span()), new Expr.Number(0, "0", init.span()));
    }

    /** The leading power of each constant that the start is made of. */
    private void order(Symbol parameter) {
        for (Symbol small : new ConstantValues(model).free()) {
            boolean read = init.entries().stream()
                    .anyMatch(entry -> entry.value() instanceof Init.Value.Given given
                            && given.expr() instanceof Expr.Reference reference
                            && reference.symbol().equals(small));
            for (int power = 0; read && power <= HIGHEST_ORDER; power++) {
                List<Expr> gradient = List.of(new Expr.Gradient(parameter, init.span()));
                Verdict verdict = decide(new Claim.Fact.Order(gradient, small, power));
                if (isProved(verdict)) {
                    verdict.grounds().forEach(ground -> lines.add("  " + ground));
                    break;
                }
            }
        }
    }

    private Verdict decide(Claim.Fact fact) {
        Claim claim = new Claim(
                "the start " + init.name(), List.of(), new Claim.Point.AtInit(init, init.span()), fact, init.span());
        return claims.decide(model, claim);
    }
}
