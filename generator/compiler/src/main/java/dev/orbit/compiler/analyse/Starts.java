package dev.orbit.compiler.analyse;

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

/** What the starts of a model do: which gradients are zero there, which move, and at what order of a small constant. */
public final class Starts {
    private static final Duration LIMIT = Duration.ofSeconds(4);

    /** Models with more numbers to train are not looked at entry by entry. */
    private static final int MOST_NUMBERS = 32;

    private static final int HIGHEST_ORDER = 3;

    private final Model model;
    private final Claims claims = new Claims(Prover.symbolic(LIMIT), LIMIT);

    private Starts(Model model) {
        this.model = model;
    }

    /** Lines by the name of each start; none for a model with many numbers to train. */
    public static Map<String, List<String>> of(Model model) {
        int numbers = model.parameters().stream()
                .mapToInt(parameter -> parameter.symbol().shape().size())
                .sum();
        Map<String, List<String>> starts = new LinkedHashMap<>();
        if (numbers <= MOST_NUMBERS) {
            model.inits().forEach(init -> starts.put(init.name(), new Starts(model).lines(init)));
        }
        return starts;
    }

    private List<String> lines(Init init) {
        List<String> lines = new ArrayList<>();
        for (Symbol parameter : model.differentiate()) {
            Verdict zero = decide(init, new Claim.Fact.Equal(List.of(sides(parameter, init))));
            String name = "gradient(" + parameter.name() + ")";
            switch (zero.kind()) {
                case PROVED -> lines.add(name + " is zero: " + String.join("; ", zero.grounds()));
                case REFUTED -> {
                    Counterexample where = zero.witness().orElseThrow();
                    lines.add(name + " is not zero: " + where.left()
                            + (where.point().isEmpty() ? "" : " at " + where.point()));
                    order(init, parameter, lines);
                }
                case TESTED -> lines.add(name + " is not told: " + String.join("; ", zero.grounds()));
            }
        }
        return lines;
    }

    private static Claim.Sides sides(Symbol parameter, Init init) {
        return new Claim.Sides(new Expr.Gradient(parameter, init.span()), new Expr.Number(0, "0", init.span()));
    }

    /** The leading power of each constant that the start is made of. */
    private void order(Init init, Symbol parameter, List<String> lines) {
        for (Symbol small : new ConstantValues(model).free()) {
            boolean read = init.entries().stream()
                    .anyMatch(entry -> entry.value() instanceof Init.Value.Given given
                            && given.expr() instanceof Expr.Reference reference
                            && reference.symbol().equals(small));
            for (int power = 0; read && power <= HIGHEST_ORDER; power++) {
                List<Expr> gradient = List.of(new Expr.Gradient(parameter, init.span()));
                Verdict verdict = decide(init, new Claim.Fact.Order(gradient, small, power));
                if (verdict.kind() == Verdict.Kind.PROVED) {
                    verdict.grounds().forEach(ground -> lines.add("  " + ground));
                    return;
                }
            }
        }
    }

    private Verdict decide(Init init, Claim.Fact fact) {
        Claim claim = new Claim(
                "the start " + init.name(), List.of(), new Claim.Point.AtInit(init, init.span()), fact, init.span());
        return claims.decide(model, claim);
    }
}
