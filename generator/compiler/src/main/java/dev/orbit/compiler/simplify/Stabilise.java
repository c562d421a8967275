package dev.orbit.compiler.simplify;

import dev.orbit.compiler.function.Function1;
import dev.orbit.compiler.function.StableForm;
import dev.orbit.compiler.program.Instr;
import dev.orbit.compiler.program.Instr.Reduction;
import dev.orbit.compiler.program.Origin;
import dev.orbit.compiler.program.Origin.Derivation;
import dev.orbit.compiler.program.Product;
import dev.orbit.compiler.program.Program;
import dev.orbit.compiler.program.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Computes what the author wrote in a form that keeps more digits and overflows later: {@code log(1 + exp(u))} as
 * softplus and its kin. In the reals these are equalities. Parts of a pattern that are also read elsewhere stay.
 */
public final class Stabilise {
    private static final String LOG_SUM_EXP = "log(sum(exp(v))) -> logsumexp(v)";

    private Stabilise() {}

    /** A program in stable form, and what was done to it, in the order of the spec's text. */
    public record Stabilised(Program program, List<Applied> applied) {
        public Stabilised {
            applied = List.copyOf(applied);
        }
    }

    /**
     * One place where a form was applied.
     *
     * @param form its name, for {@code explain}
     * @param origin the place in the spec
     */
    public record Applied(String form, Origin origin) {}

    public static Stabilised stabilise(Program program, List<StableForm> forms) {
        List<Applied> applied = new ArrayList<>();
        Program stable = pass(forms, applied).apply(program);
        applied.sort(
                (x, y) -> Integer.compare(x.origin().spanStart(), y.origin().spanStart()));
        return new Stabilised(stable, applied.stream().distinct().toList());
    }

    static Pass pass(List<StableForm> forms, List<Applied> applied) {
        List<Rule> rules = new ArrayList<>();
        forms.forEach(form -> rules.add((instr, site) -> form(form, instr, site, applied)));
        rules.add((instr, site) -> logSumExp(instr, site, applied));
        rules.add((instr, site) -> product(instr, site, applied));
        return new Peephole("stabilise", Law.REAL, rules);
    }

    private static Optional<List<Value>> form(StableForm form, Instr root, Site site, List<Applied> applied) {
        if (!(root instanceof Instr.Single single) || !(root instanceof Instr.Map1 || root instanceof Instr.Map2)) {
            return Optional.empty();
        }
        List<Map<Integer, Value>> found = new Matching(site).roots(form.pattern(), root);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Value result = single.result();
        List<Value> holes = new ArrayList<>(new TreeMap<>(found.get(0)).values());
        SiteArithmetic on = new SiteArithmetic(site, result);
        Value stable = form.replacement().evaluate(on, holes);
        applied.add(new Applied(form.name(), result.origin()));
        return Optional.of(List.of(site.fill(stable, result)));
    }

    private static Optional<List<Value>> product(Instr root, Site site, List<Applied> applied) {
        return Totals.product(root, site).map(found -> {
            Value result = root.results().get(0);
            applied.add(new Applied(found.form(), result.origin()));
            Value stable = site.fresh(result.type(), result.origin().as(Derivation.STABILISED));
            return site.write(new Instr.Linear(stable, Product.DOT, List.of(found.x(), found.y())));
        });
    }

    private static Optional<List<Value>> logSumExp(Instr root, Site site, List<Applied> applied) {
        if (!(root instanceof Instr.Map1 log) || log.f() != Function1.LOG) {
            return Optional.empty();
        }
        Optional<Value> exponents = site.definition(log.x())
                .flatMap(instr -> instr instanceof Instr.Fold fold && fold.op() == Reduction.SUM
                        ? site.argument(Function1.EXP, fold.x())
                        : Optional.empty());
        return exponents.map(v -> {
            Value result = log.result();
            applied.add(new Applied(LOG_SUM_EXP, result.origin()));
            Value stable = site.fresh(result.type(), result.origin().as(Derivation.STABILISED));
            return site.write(new Instr.Fold(stable, Reduction.LOGSUMEXP, v));
        });
    }
}
