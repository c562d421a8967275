package dev.orbit.compiler.claim;

import dev.orbit.compiler.analyse.Undecidable;
import dev.orbit.compiler.model.Condition;
import dev.orbit.compiler.model.Model;
import dev.orbit.compiler.model.Symbol;
import dev.orbit.compiler.program.Datum;
import dev.orbit.compiler.program.Instr;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A claim at single points: the witness that knows no closed form. */
final class Trial {
    private final Model model;
    private final ClaimProgram program;
    private final ConstantValues constants;
    private final Optional<String> open;

    /**
     * What is compared, at one point.
     *
     * @param sides entries of each expression in turn
     * @param calls values of abstract functions there
     */
    record Outcome(List<List<Sample>> sides, List<String> calls) {}

    Trial(Model model, ClaimProgram program) {
        this.model = model;
        this.program = program;
        this.constants = new ConstantValues(model);
        this.open = Horizons.openDim(model);
    }

    Draw draw(long seed) {
        return new Draw(model, new LinkedHashSet<>(program.set()), seed);
    }

    /** The rows of per-step data by the name of the open dim. */
    Map<String, Integer> rows(int rows) {
        return open.map(name -> Map.of(name, rows)).orElse(Map.of());
    }

    /** What the sides are at a point; nothing where an assumption does not hold or something cannot be told. */
    Optional<Outcome> at(Point point) {
        SampleAlgebra algebra = Draw.algebra(point, constants);
        try {
            Map<Symbol, Datum<Sample>> placed = placed(point, algebra);
            boolean[] holds = {true};
            List<List<Sample>> sides = program.compared(
                    Machine.of(algebra),
                    placed,
                    rows(point.rows()),
                    (condition, left, right) -> holds[0] &= assume(algebra, condition, left, right));
            return holds[0] ? Optional.of(new Outcome(sides, algebra.calls().texts())) : Optional.empty();
        } catch (Undecidable notTold) {
            return Optional.empty();
        }
    }

    /** The arguments at a point, constants defined in its algebra. */
    Map<Symbol, Datum<Sample>> placed(Point point, SampleAlgebra algebra) {
        Map<Symbol, Datum<Sample>> free = new Inputs(model, point.rows())
                .of(
                        entry -> Sample.of(point.number(entry)),
                        entry -> point.indices().get(entry));
        Set<Symbol> known = new LinkedHashSet<>(constants.free());
        known.addAll(program.set());
        Map<Symbol, Datum<Sample>> placed =
                program.placed(Machine.of(algebra), free, rows(point.rows()), algebra::define);
        constants.derive(algebra, known, algebra::define);
        return placed;
    }

    private static boolean assume(SampleAlgebra algebra, Condition.Compare condition, Sample left, Sample right) {
        Instr.Comparison op = comparison(condition.comparison());
        if (op == Instr.Comparison.EQUAL && algebra.calls().isLatest(left)) {
            algebra.calls().settle(right);
            return true;
        }
        return algebra.holds(op, left, right);
    }

    static Instr.Comparison comparison(dev.orbit.compiler.model.Comparison comparison) {
        return switch (comparison) {
            case LESS -> Instr.Comparison.LESS;
            case LESS_EQUAL -> Instr.Comparison.LESS_EQUAL;
            case GREATER -> Instr.Comparison.GREATER;
            case GREATER_EQUAL -> Instr.Comparison.GREATER_EQUAL;
            case EQUAL -> Instr.Comparison.EQUAL;
            case NOT_EQUAL -> Instr.Comparison.NOT_EQUAL;
        };
    }

    /** The values of a point for people, without those that change nothing. */
    Map<String, String> values(Point point) {
        Map<String, String> values = new LinkedHashMap<>();
        point.numbers().forEach((entry, value) -> values.put(entry.name().toString(), value.toString()));
        point.indices().forEach((entry, value) -> values.put(entry.name().toString(), value.toString()));
        return values;
    }
}
