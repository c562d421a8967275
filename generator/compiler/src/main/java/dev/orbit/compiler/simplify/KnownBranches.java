package dev.orbit.compiler.simplify;

import dev.orbit.compiler.program.Instr;
import dev.orbit.compiler.program.Instr.If;
import dev.orbit.compiler.program.Literal;
import dev.orbit.compiler.program.Region;
import dev.orbit.compiler.program.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Branches whose condition is known, and results that are the same in both. */
final class KnownBranches implements Rule {
    @Override
    public Optional<List<Value>> rewrite(Instr instr, Site site) {
        if (!(instr instanceof If branch)) {
            return Optional.empty();
        }
        Optional<Literal> condition = site.literal(branch.condition());
        if (condition.isPresent()) {
            Region taken = condition.get().value() != 0 ? branch.then() : branch.otherwise();
            site.splice(taken.instrs());
            return Optional.of(taken.results());
        }
        return same(branch, site);
    }

    private static Optional<List<Value>> same(If branch, Site site) {
        List<Value> results = new ArrayList<>();
        List<Value> kept = new ArrayList<>();
        List<Value> then = new ArrayList<>();
        List<Value> otherwise = new ArrayList<>();
        for (int i = 0; i < branch.results().size(); i++) {
            Value x = branch.then().results().get(i);
            Value y = branch.otherwise().results().get(i);
            Optional<Literal> number =
                    site.literal(x).filter(literal -> site.literal(y).equals(Optional.of(literal)));
            if (x.equals(y)) {
                results.add(x);
            } else if (number.isPresent() && x.type().equals(y.type())) {
                results.add(site.constant(number.get(), branch.results().get(i)));
            } else {
                results.add(branch.results().get(i));
                kept.add(branch.results().get(i));
                then.add(x);
                otherwise.add(y);
            }
        }
        if (kept.size() == branch.results().size()) {
            return Optional.empty();
        }
        site.write(new If(
                kept,
                branch.condition(),
                new Region(List.of(), branch.then().instrs(), then),
                new Region(List.of(), branch.otherwise().instrs(), otherwise)));
        return Optional.of(List.copyOf(results));
    }
}
