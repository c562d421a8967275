package dev.orbit.compiler.schedule;

import dev.orbit.compiler.program.Count;
import dev.orbit.compiler.program.Instr;
import dev.orbit.compiler.program.Origin;
import dev.orbit.compiler.program.Program;
import dev.orbit.compiler.program.Region;
import dev.orbit.compiler.program.Type;
import dev.orbit.compiler.program.Value;
import dev.orbit.compiler.program.Values;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What is known about a program while it is scheduled, and the places given out so far. */
final class Ledger {
    final Program program;
    /** The abstract functions that are called with arrays. */
    final Set<String> ofArrays;

    final Uses uses;
    final Inlining inlining;
    final Reads reads;
    final Map<Value, Instr> definitions = new LinkedHashMap<>();
    final Map<Value, Place> places = new LinkedHashMap<>();
    final List<Tape> tapes = new ArrayList<>();
    final List<Ring> rings = new ArrayList<>();
    /** Stacks that an outer loop or an output wants in an array of its own. */
    final Map<Value, Rows> wanted = new LinkedHashMap<>();
    /** Slots with entries. */
    final List<Slot> arrays = new ArrayList<>();
    /** Values that are outputs, by the number of the output into whose array they are computed. */
    final Map<Value, Integer> outputs = new LinkedHashMap<>();
    /** Slots that lie in the array of an output. */
    final Map<Slot, Integer> homes = new LinkedHashMap<>();

    private int slots;
    private int rowNumbers;

    Ledger(Program program, Set<String> ofArrays) {
        this.ofArrays = ofArrays;
        this.program = program;
        int values = Values.nextId(program);
        uses = Uses.of(program, values);
        inlining = Inlining.of(program, uses, values, ofArrays);
        define(program.body());
        reads = new Reads(inlining, definitions);
    }

    private void define(Region region) {
        for (Instr instr : region.instrs()) {
            for (Value result : instr.results()) {
                definitions.put(result, instr);
                if (inlining.contains(result)) {
                    places.put(result, written(instr, result));
                }
            }
            instr.regions().forEach(this::define);
        }
    }

    Slot slot(String hint, Type type) {
        Slot slot = new Slot(slots++, hint, type);
        if (slot.isShaped()) {
            arrays.add(slot);
        }
        return slot;
    }

    /** Where an inlined value is. */
    private Place written(Instr instr, Value result) {
        if (!result.type().stacked().isEmpty()) {
            Rows.Holder rows = new Rows.Holder.OfValue(
                    instr.operands().get(0), result.type().unstacked(), axes(result));
            return new Place.Stack(new Rows(rows, List.of(), 0));
        }
        return inlining.isPart(result) ? new Place.Part() : new Place.Inline();
    }

    private static List<Tape.Axis> axes(Value stack) {
        return stack.type().stacked().stream()
                .map(count -> new Tape.Axis(count, 0))
                .toList();
    }

    /** A variable for a value: in the caller's array where an output goes there. */
    Slot home(String hint, Value value) {
        Slot slot = slot(hint, value.type());
        if (outputs.containsKey(value)) {
            homes.put(slot, outputs.get(value));
        }
        return slot;
    }

    /** A tape whose rows are a window that moves on by one entry. */
    Tape window(String hint, Type row, List<Tape.Axis> axes) {
        Tape tape = new Tape(tapes.size(), hint, row.element(), axes, row.size(), 1);
        tapes.add(tape);
        return tape;
    }

    /** What a value is called after: its name, or what computes it. */
    String hint(Value value) {
        Instr definition = definitions.get(value);
        if (definition instanceof Instr.If branch && value.hint().isEmpty()) {
            int result = branch.results().indexOf(value);
            Value then = branch.then().results().get(result);
            boolean number = definitions.get(then) instanceof Instr.Constant;
            return hint(number ? branch.otherwise().results().get(result) : then);
        }
        return definition == null ? Hints.of(value) : Hints.of(definition, value);
    }

    /** Stands for a row's number where no loop of the program has one. */
    Value rowNumber() {
        Value number = new Value(--rowNumbers, Type.INDEX, "", new Origin(0, 0, Origin.Derivation.WRITTEN));
        places.put(number, new Place.Index());
        return number;
    }

    /** The value is in this variable from now on. */
    void put(Value value, Slot slot) {
        places.put(value, new Place.Local(slot));
    }

    /** The variable that the value is in, if it is in one. */
    Optional<Slot> slotOf(Value value) {
        return Optional.ofNullable(places.get(value))
                .flatMap(place -> place instanceof Place.Local local ? Optional.of(local.slot()) : Optional.empty());
    }

    /** @param row type of one row; not stacked */
    Tape tape(String hint, Type row, List<Tape.Axis> axes) {
        Tape tape = new Tape(tapes.size(), hint, row.element(), axes, row.size(), row.size());
        tapes.add(tape);
        return tape;
    }

    /** Where a stack is to lie: where it is wanted, else in a tape of its own. */
    Rows stack(Value stack, String hint) {
        if (wanted.containsKey(stack)) {
            return wanted.get(stack);
        }
        return new Rows(new Rows.Holder.OfTape(tape(hint, stack.type().unstacked(), axes(stack))), List.of(), 0);
    }

    Ring ring(String hint, Type type, int rows) {
        Ring ring = new Ring(rings.size(), hint, type, rows);
        rings.add(ring);
        return ring;
    }

    /** Whether a stack has no entries whatever the data: what the side of a branch that keeps nothing has for the other side. */
    boolean isEmpty(Value stack) {
        return stack.type().counts().stream()
                .anyMatch(count -> definitions.get(count) instanceof Instr.Constant number
                        && number.literal().value() == 0
                        && stack.type().stacked().contains(new Count.Given(count)));
    }

    /** The rows of a stack. */
    Rows rows(Value stack) {
        if (places.get(stack) instanceof Place.Stack place) {
            return place.rows();
        }
        throw new IllegalStateException("rows are read of " + stack + ", which is no stack in an array");
    }

    /** Whether the value is the number zero. */
    boolean isZero(Value value) {
        return definitions.get(value) instanceof Instr.Constant constant
                && constant.literal().value() == 0;
    }

    boolean isPositiveZero(Value value) {
        return definitions.get(value) instanceof Instr.Constant constant
                && Double.compare(constant.literal().value(), 0.0) == 0;
    }
}
