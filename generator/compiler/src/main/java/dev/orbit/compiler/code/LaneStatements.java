package dev.orbit.compiler.code;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Statements for many examples, from those for one: what differs from example to example gets a short loop of its own, which
 * stores one number per turn, so that the JVM computes several turns at once.
 */
final class LaneStatements {
    private final Batching batching;
    private final Varying varying;
    /** Numbers of one example that live in a turn of a loop over the examples. */
    private final Set<Variable> local = new HashSet<>();

    LaneStatements(Batching batching, Varying varying) {
        this.batching = batching;
        this.varying = varying;
    }

    List<Stmt> of(List<Stmt> stmts) {
        List<Stmt> out = new ArrayList<>();
        stmts.forEach(stmt -> out.addAll(of(stmt)));
        return out;
    }

    private List<Stmt> of(Stmt stmt) {
        return stmt.match(new Stmt.Cases<List<Stmt>>(
                declare -> varying.is(declare.variable())
                        ? declare.initial()
                                .map(value -> phases(declare.variable(), Update.SET, value, declare.remark()))
                                .orElse(List.of())
                        : List.of(declare),
                assign -> varying.is(assign.target()) || varying.is(assign.value())
                        ? phases(assign.target(), assign.update(), assign.value(), assign.remark())
                        : List.of(assign),
                grow -> List.of(
                        varying.is(grow.array())
                                ? new Stmt.Grow(
                                        grow.array(), grow.rows(), Math.multiplyExact(grow.width(), batching.lanes()))
                                : grow),
                loop -> List.of(
                        varying.is(loop.count())
                                ? apart(loop)
                                : new Stmt.For(loop.index(), loop.count(), loop.backward(), of(loop.body()))),
                branch -> List.of(
                        varying.is(branch.condition())
                                ? apart(branch)
                                : new Stmt.If(branch.condition(), of(branch.then()), of(branch.otherwise()))),
                call -> List.of(varying.any(call.args()) ? wide(call) : call),
                call -> List.of(call),
                call -> List.of(call),
                note -> List.of(note),
                giveBack -> losses(giveBack.value())));
    }

    private List<Stmt> losses(Expr value) {
        List<Stmt> out = new ArrayList<>();
        Expr cheap = new Phases(out).of(value, 1);
        Expr.Entry entry = new Expr.Entry(batching.losses(), batching.lane());
        out.add(each(List.of(new Stmt.Assign(entry, Update.SET, lane(cheap), ""))));
        return out;
    }

    /** The same number for every example. */
    private Stmt fill(Target target, Expr value, List<Stmt> out, String remark) {
        if (!remark.isEmpty()) {
            out.add(new Stmt.Note(remark));
        }
        Block to = place(target);
        Expr end = Wholes.plus(to.offset(), batching.count());
        return new Stmt.CallKernel(Library.ARRAYS, "fill", List.of(to.array(), to.offset(), end, value));
    }

    /** One loop over the examples, or several where a function is computed for all of them at once. */
    private List<Stmt> phases(Target target, Update update, Expr value, String remark) {
        List<Stmt> out = new ArrayList<>();
        Optional<Elementwise> alone = Elementwise.of(value).filter(call -> update == Update.SET && isOnePlace(target));
        if (alone.isPresent() && varying.is(value)) {
            Block to = place(target);
            Block from = argument(alone.get(), to, 1, out);
            if (!remark.isEmpty()) {
                out.add(new Stmt.Note(remark));
            }
            out.add(alone.get().call(batching.count(), from, to));
            return out;
        }
        if (update == Update.SET && isOnePlace(target) && !varying.is(value)) {
            out.add(fill(target, value, out, remark));
            return out;
        }
        Expr cheap = new Phases(out).of(value, 1);
        out.add(each(List.of(new Stmt.Assign((Target) lane(target), update, lane(cheap), remark))));
        return out;
    }

    /** The argument of a function: where it is, or put into the place of the result. */
    private Block argument(Elementwise call, Block to, int depth, List<Stmt> out) {
        Expr cheap = new Phases(out).of(call.argument(), depth);
        if (cheap instanceof Target target && varying.is(target) && isOnePlace(target)) {
            return place(target);
        }
        Expr.Entry entry = to.entry(batching.lane());
        out.add(each(List.of(new Stmt.Assign(entry, Update.SET, lane(cheap), ""))));
        return to;
    }

    /** Whether the numbers of all examples lie one after another. */
    private boolean isOnePlace(Target target) {
        return !(target instanceof Expr.Entry entry && varying.is(entry.index())) && !local.contains(target);
    }

    private Block place(Target target) {
        if (target instanceof Expr.Entry entry) {
            return new Block(entry.array(), batching.wide(entry.index()));
        }
        return new Block(batching.array((Variable) target), new Expr.Whole(0));
    }

    private Stmt each(List<Stmt> body) {
        return new Stmt.For(batching.lane(), batching.count(), false, body);
    }

    /** One example after another, where each may go its own way. */
    private Stmt apart(Stmt stmt) {
        local.addAll(Mentions.of(List.of(stmt)).declared);
        local.addAll(Mentions.of(List.of(stmt)).indices);
        return each(List.of(inside(stmt)));
    }

    private List<Stmt> inside(List<Stmt> stmts) {
        return stmts.stream().map(this::inside).toList();
    }

    private Stmt inside(Stmt stmt) {
        return stmt.match(new Stmt.Cases<Stmt>(
                declare ->
                        new Stmt.Declare(declare.variable(), declare.initial().map(this::lane), declare.remark()),
                assign -> new Stmt.Assign(
                        (Target) lane(assign.target()), assign.update(), lane(assign.value()), assign.remark()),
                grow -> refused(),
                loop -> new Stmt.For(loop.index(), lane(loop.count()), loop.backward(), inside(loop.body())),
                branch -> new Stmt.If(lane(branch.condition()), inside(branch.then()), inside(branch.otherwise())),
                call -> refused(),
                call -> refused(),
                call -> refused(),
                note -> note,
                giveBack -> refused()));
    }

    private static Stmt refused() {
        throw new IllegalStateException("a statement that examples cannot run side by side");
    }

    private Expr lane(Expr expr) {
        return new Rewriting(part -> {
                    if (part instanceof Variable variable && varying.is(variable) && !local.contains(variable)) {
                        return Optional.of(new Expr.Entry(batching.array(variable), batching.lane()));
                    } else if (part instanceof Expr.Entry entry && varying.is(entry.array())) {
                        Expr row = batching.wide(lane(entry.index()));
                        return Optional.of(new Expr.Entry(entry.array(), Wholes.plus(row, batching.lane())));
                    }
                    return Optional.empty();
                })
                .of(expr);
    }

    /** A kernel for all examples at once. */
    private Stmt wide(Stmt.CallKernel call) {
        List<Argument> args = call.args();
        if (call.owner() == Library.ARRAYS) {
            return args.size() == 2
                    ? call
                    : new Stmt.CallKernel(
                            call.owner(),
                            call.method(),
                            List.of(
                                    args.get(0),
                                    batching.wide((Expr) args.get(1)),
                                    batching.wide((Expr) args.get(2)),
                                    args.get(3)));
        } else if (call.owner() == Library.SYSTEM) {
            return copy(call);
        }
        int sizes = (int) args.stream().takeWhile(Expr.Whole.class::isInstance).count();
        Expr columns = sizes == 3 ? (Expr) args.get(2) : new Expr.Whole(1);
        List<Argument> more = new ArrayList<>(args.subList(0, 2));
        more.add(batching.wide(columns));
        more.add(args.get(sizes));
        more.add(args.get(sizes + 1));
        for (int i = sizes + 2; i < args.size(); i += 2) {
            more.add(args.get(i));
            more.add(batching.wide((Expr) args.get(i + 1)));
        }
        return new Stmt.CallKernel(call.owner(), call.method(), more);
    }

    private Stmt copy(Stmt.CallKernel call) {
        List<Argument> args = call.args();
        Block from = new Block((Array) args.get(0), (Expr) args.get(1));
        Block to = new Block((Array) args.get(2), (Expr) args.get(3));
        if (varying.is(from.array())) {
            return new Stmt.CallKernel(
                    call.owner(),
                    call.method(),
                    List.of(
                            from.array(),
                            batching.wide(from.offset()),
                            to.array(),
                            batching.wide(to.offset()),
                            batching.wide((Expr) args.get(4))));
        }
        Variable entry = batching.entry();
        Stmt one = new Stmt.Assign((Target) lane(to.entry(entry)), Update.SET, from.entry(entry), "");
        return new Stmt.For(entry, (Expr) args.get(4), false, List.of(each(List.of(one))));
    }

    /** What not every example computes stays where it is. */
    private static boolean isChoice(Expr expr) {
        return expr instanceof Expr.Choose
                || expr instanceof Expr.Binary binary && (binary.op() == Operator.AND || binary.op() == Operator.OR);
    }

    /** Takes functions that are computed for all examples at once out of an expression, innermost first. */
    private final class Phases {
        private final List<Stmt> out;

        Phases(List<Stmt> out) {
            this.out = out;
        }

        /** @param depth from which on scratch arrays are free */
        Expr of(Expr value, int depth) {
            int[] next = {depth};
            return new Rewriting(part -> isChoice(part)
                            ? Optional.of(part)
                            : Elementwise.of(part)
                                    .filter(call -> varying.is(part))
                                    .map(call -> {
                                        Block to = new Block(batching.scratch(next[0]), new Expr.Whole(0));
                                        next[0]++;
                                        Block from = argument(call, to, next[0], out);
                                        out.add(call.call(batching.count(), from, to));
                                        return to.entry(batching.lane());
                                    }))
                    .of(value);
        }
    }
}
