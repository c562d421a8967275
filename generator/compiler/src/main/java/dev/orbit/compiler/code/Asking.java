package dev.orbit.compiler.code;

import dev.orbit.compiler.program.Abstract;
import dev.orbit.compiler.program.Instr;
import dev.orbit.compiler.program.Literal;
import dev.orbit.compiler.program.Type;
import dev.orbit.compiler.program.Value;
import java.util.ArrayList;
import java.util.List;

/** Calls of abstract functions that take arrays: their arguments lie one after another. */
final class Asking {
    private final Expressions expressions;
    private final Filling filling;

    Asking(Expressions expressions, Filling filling) {
        this.expressions = expressions;
        this.filling = filling;
    }

    /**
     * The call, whose answer is the value, or the adjoints of all arguments.
     *
     * @param scratch room for the arguments
     */
    List<Stmt> ask(Instr.Call call, Block scratch, Block answer, Names names) {
        Abstract f = call.f();
        List<Stmt> out = new ArrayList<>();
        List<Value> taken = call.args().subList(0, f.arguments().size());
        Block arguments = gathered(taken, scratch, names, out);
        String function = expressions.functionName(f);
        List<Argument> args = new ArrayList<>(List.of(arguments.array(), arguments.offset()));
        switch (call.order().kind()) {
            case VALUE -> {
                args.addAll(List.of(answer.array(), answer.offset()));
                out.add(new Stmt.CallAbstract(function, "value", args));
            }
            case VECTOR_JACOBIAN -> {
                Value seed = call.args().get(taken.size());
                Block at = gathered(List.of(seed), behind(f, scratch), names, out);
                out.addAll(pulled(function, args, at, answer, f));
            }
            case PARTIAL -> {
                // A function of one-entry arrays: its derivative is the product with the seed 1.
                Block one = behind(f, scratch);
                out.add(new Stmt.Assign(one.entry(new Expr.Whole(0)), Update.SET, number(1), ""));
                out.addAll(pulled(function, args, one, answer, f));
            }
            case JACOBIAN_VECTOR -> throw new IllegalStateException(f.name() + " is asked for " + call.order());
        }
        return out;
    }

    /** Room for the seed. */
    private static Block behind(Abstract f, Block scratch) {
        return scratch.plus(new Expr.Whole(taken(f)));
    }

    private static int taken(Abstract f) {
        return f.arguments().stream().mapToInt(Type::size).sum();
    }

    private static Expr number(int value) {
        return new Expr.Number(new Literal(value, Integer.toString(value), ""));
    }

    /** The vector-Jacobian product, which is added to zeros. */
    private static List<Stmt> pulled(String function, List<Argument> arguments, Block seed, Block answer, Abstract f) {
        Expr end = Wholes.plus(answer.offset(), taken(f));
        List<Argument> args = new ArrayList<>(arguments);
        args.addAll(List.of(seed.array(), seed.offset(), answer.array(), answer.offset()));
        return List.of(
                new Stmt.CallKernel(Library.ARRAYS, "fill", List.of(answer.array(), answer.offset(), end, number(0))),
                new Stmt.CallAbstract(function, "addVectorJacobian", args));
    }

    /** Where a result begins in the answer. */
    static int place(Instr.Call call, int result) {
        return call.order().by().isEmpty()
                ? 0
                : call.f().arguments().subList(0, call.order().by().get(result)).stream()
                        .mapToInt(Type::size)
                        .sum();
    }

    /** Values where they are, if there is one alone; else one after another. */
    private Block gathered(List<Value> values, Block scratch, Names names, List<Stmt> out) {
        boolean alone = values.size() == 1 && !values.get(0).type().shape().isEmpty();
        if (alone && expressions.entries().block(values.get(0)).isPresent()) {
            return expressions.entries().whole(values.get(0));
        }
        int at = 0;
        for (Value value : values) {
            Block place = scratch.plus(new Expr.Whole(at));
            out.addAll(filling.fill(Area.whole(place, value.type().shape()), value, names));
            at += value.type().size();
        }
        return scratch;
    }
}
