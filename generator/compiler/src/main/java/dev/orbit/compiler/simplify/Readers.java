package dev.orbit.compiler.simplify;

import dev.orbit.compiler.program.FreeValues;
import dev.orbit.compiler.program.Instr;
import dev.orbit.compiler.program.Instr.If;
import dev.orbit.compiler.program.Region;
import dev.orbit.compiler.program.Value;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Who reads the values of a region, found from its end backwards: one side of a branch alone, or others, too. */
final class Readers {
    /** Empty where more than one side of one branch reads the value. */
    private final Map<Value, Optional<Side>> readers = new HashMap<>();

    /** One of the two regions of a branch of the region; there is one such instruction that defines these results. */
    record Side(List<Value> of, boolean isTaken) {
        Side(If branch, boolean isTaken) {
            this(branch.results(), isTaken);
        }
    }

    Readers(Region region) {
        read(region.results(), Optional.empty());
    }

    /** The side that alone reads these values. */
    Optional<Side> only(List<Value> values) {
        Optional<Side> side = values.stream()
                .flatMap(value -> readers.getOrDefault(value, Optional.empty()).stream())
                .findFirst();
        return side.filter(only -> values.stream().allMatch(value -> {
            Optional<Side> reader = readers.get(value);
            return reader == null || reader.equals(side);
        }));
    }

    /** The instruction reads what it reads; in a side, if it moves there. */
    void add(Instr instr, Optional<Side> movesTo) {
        if (movesTo.isEmpty() && instr instanceof If branch) {
            read(Set.of(branch.condition()), Optional.empty());
            read(FreeValues.of(branch.then()), Optional.of(new Side(branch, true)));
            read(FreeValues.of(branch.otherwise()), Optional.of(new Side(branch, false)));
        } else {
            read(FreeValues.of(instr), movesTo);
        }
    }

    private void read(Collection<Value> values, Optional<Side> by) {
        values.forEach(
                value -> readers.merge(value, by, (before, also) -> before.equals(also) ? before : Optional.empty()));
    }
}
