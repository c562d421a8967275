package dev.orbit.compiler.program;

import dev.orbit.compiler.function.Arithmetic;
import dev.orbit.compiler.function.Function1;
import dev.orbit.compiler.function.Function2;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Writes instructions one after the other into the innermost open region, and numbers the values. It lives inside one
 * pass and is never handed from pass to pass. It does no simplification: what is asked for is written.
 */
public final class Builder implements Arithmetic<Value> {
    private final Deque<List<Instr>> open = new ArrayDeque<>();
    private final Numbering ids;
    private Origin origin = new Origin(0, 0, Origin.Derivation.WRITTEN);
    private String hint = "";

    /** A builder whose values are numbered from {@code firstId}: above every id of the program that is extended. */
    public Builder(int firstId) {
        this(new Numbering(firstId));
    }

    private Builder(Numbering ids) {
        this.ids = ids;
        open.push(new ArrayList<>());
    }

    /** A builder of its own region that shares this one's numbering: both may be written to in turn. */
    public Builder inner() {
        return new Builder(ids).at(origin);
    }

    /** Values written from now on come from this place. */
    public Builder at(Origin place) {
        origin = place;
        return this;
    }

    /** The next value defined, and only that, has this name. */
    public Builder named(String name) {
        hint = name;
        return this;
    }

    /** A new value, defined by nobody yet: an argument of a region, or the result of an instruction given to {@link #add}. */
    public Value fresh(Type type) {
        Value value = new Value(ids.take(), type, hint, origin);
        hint = "";
        return value;
    }

    /** Writes an instruction whose results are fresh values. */
    public Instr add(Instr instr) {
        open.element().add(instr);
        return instr;
    }

    /** Everything written since the outermost region was opened. */
    public List<Instr> written() {
        return List.copyOf(open.element());
    }

    /** The value under this name, if it was defined last and has no name yet; else the value as it is. */
    public Value rename(Value value, String name) {
        List<Instr> instrs = open.element();
        if (!value.hint().isEmpty() || instrs.isEmpty() || !last().results().contains(value)) {
            return value;
        }
        Value named = new Value(value.id(), value.type(), name, value.origin());
        instrs.set(instrs.size() - 1, new Renaming(v -> v, v -> v.equals(value) ? named : v).apply(last()));
        return named;
    }

    /** What was written last in the open region, which is not empty. */
    public Instr last() {
        List<Instr> instrs = open.element();
        return instrs.get(instrs.size() - 1);
    }

    /** The region of what {@code write} writes, with these arguments; {@code write} returns its results. */
    public Region region(List<Value> arguments, Supplier<List<Value>> write) {
        open.push(new ArrayList<>());
        List<Value> results = write.get();
        return new Region(arguments, open.pop(), results);
    }

    @Override
    public Value constant(double value) {
        return literal(Literal.of(value), Type.SCALAR);
    }

    @Override
    public Value pi() {
        return literal(Literal.PI, Type.SCALAR);
    }

    /** A number; it fills the type's shape. */
    public Value literal(Literal literal, Type type) {
        Value result = fresh(type);
        add(new Instr.Constant(result, literal));
        return result;
    }

    @Override
    public Value apply(Function1 f, Value x) {
        Value result = fresh(x.type());
        add(new Instr.Map1(result, f, x));
        return result;
    }

    @Override
    public Value apply(Function2 f, Value x, Value y) {
        Value result = fresh(x.type().shape().isEmpty() ? y.type() : x.type());
        add(new Instr.Map2(result, f, x, y));
        return result;
    }

    public Value compare(Instr.Comparison op, Value x, Value y) {
        Value result = fresh(Type.TRUTH);
        add(new Instr.Compare(result, op, x, y));
        return result;
    }

    public Value logic(Instr.Connective op, Value... args) {
        Value result = fresh(Type.TRUTH);
        add(new Instr.Logic(result, op, List.of(args)));
        return result;
    }

    public Value linear(Product op, Type type, Value... args) {
        Value result = fresh(type);
        add(new Instr.Linear(result, op, List.of(args)));
        return result;
    }

    public Value view(Access op, Type type, List<Integer> bounds, Value... args) {
        Value result = fresh(type);
        add(new Instr.View(result, op, bounds, List.of(args)));
        return result;
    }

    public Value fold(Instr.Reduction op, Value x) {
        boolean where = op == Instr.Reduction.ARGMAX || op == Instr.Reduction.ARGMIN;
        Value result = fresh(where ? Type.INDEX : new Type(x.type().element(), List.of(), List.of()));
        add(new Instr.Fold(result, op, x));
        return result;
    }

    /** One branch or the other; the results have the types of the first region's results. */
    public List<Value> branch(Value condition, Region then, Region otherwise) {
        List<Value> results = then.results().stream().map(this::like).toList();
        add(new Instr.If(results, condition, then, otherwise));
        return results;
    }

    /** A loop; its results are typed from its carries and body, and named as the body's results are. */
    public List<Value> loop(
            Instr.Axis axis,
            Count count,
            boolean backward,
            List<Carry> carries,
            List<Instr.Sequence> sequences,
            Region body) {
        List<String> names = body.results().stream().map(Value::hint).toList();
        return loop(axis, count, backward, carries, sequences, body, names);
    }

    /** A loop; its results are typed from its carries and body and have these names. */
    public List<Value> loop(
            Instr.Axis axis,
            Count count,
            boolean backward,
            List<Carry> carries,
            List<Instr.Sequence> sequences,
            Region body,
            List<String> names) {
        List<Value> results = new ArrayList<>();
        for (int i = 0; i < body.results().size(); i++) {
            Value yielded = body.results().get(i);
            Type type = i < carries.size() ? yielded.type() : Stacking.collected(axis, count, yielded.type());
            results.add(new Value(ids.take(), type, names.get(i), yielded.origin()));
        }
        add(new Instr.Loop(results, axis, count, backward, carries, sequences, body));
        return results;
    }

    /** A new value like another one, defined by nobody yet; its type counts by what {@code renamed} tells. */
    Value like(Value value, Map<Value, Value> renamed) {
        Type type = value.type().map(count -> renamed.getOrDefault(count, count));
        return new Value(ids.take(), type, value.hint(), value.origin());
    }

    private Value like(Value value) {
        return new Value(ids.take(), value.type(), value.hint(), value.origin());
    }

    private static final class Numbering {
        private int next;

        Numbering(int first) {
            next = first;
        }

        int take() {
            return next++;
        }
    }
}
