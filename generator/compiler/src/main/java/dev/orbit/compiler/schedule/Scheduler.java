package dev.orbit.compiler.schedule;

import dev.orbit.compiler.program.Abstract;
import dev.orbit.compiler.program.Program;
import dev.orbit.compiler.program.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** From a program to a schedule. The program holds nothing that no output needs. */
public final class Scheduler {
    private Scheduler() {}

    /** The schedule of a program that calls no functions of arrays. */
    public static Schedule schedule(Program program) {
        return schedule(program, List.of());
    }

    /**
     * The schedule; the same bits as the program.
     *
     * @param functions the abstract functions as they are declared
     */
    public static Schedule schedule(Program program, List<Abstract> functions) {
        Set<String> ofArrays = functions.stream()
                .filter(f -> !Calls.scalar(f))
                .map(Abstract::name)
                .collect(Collectors.toSet());
        Ledger ledger = new Ledger(program, ofArrays);
        List<Value> arguments = program.body().arguments();
        for (int i = 0; i < arguments.size(); i++) {
            Place place = arguments.get(i).type().stacked().isEmpty()
                    ? new Place.Given(i)
                    : new Place.Stack(new Rows(new Rows.Holder.OfDatum(i), List.of(), 0));
            ledger.places.put(arguments.get(i), place);
        }
        List<Goal> goals = new ArrayList<>();
        for (int i = 0; i < program.outputs().size(); i++) {
            goals.add(goal(ledger, i, program.body().results().get(i)));
        }
        Step.Block steps = BlockScheduler.schedule(ledger, program.body(), goals);
        return new Schedule(
                program,
                steps,
                ledger.places,
                ledger.definitions,
                ledger.tapes,
                ledger.rings,
                ledger.arrays,
                ledger.homes,
                IndexSources.of(program));
    }

    /** A stack that is computed for the caller goes into the caller's array at once. */
    private static Goal goal(Ledger ledger, int output, Value value) {
        boolean computed = !value.type().stacked().isEmpty() && ledger.definitions.containsKey(value);
        if (computed && !ledger.wanted.containsKey(value)) {
            ledger.wanted.put(value, new Rows(new Rows.Holder.OfOutput(output), List.of(), 0));
            return new Goal.Nothing();
        }
        boolean gradient = ledger.program.outputs().get(output).purpose() == Program.Purpose.GRADIENT;
        boolean shaped =
                value.type().stacked().isEmpty() && !value.type().shape().isEmpty();
        if (gradient && shaped) {
            ledger.outputs.putIfAbsent(value, output);
        }
        return new Goal.Given(output);
    }
}
