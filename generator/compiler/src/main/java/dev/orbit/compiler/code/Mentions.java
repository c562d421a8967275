package dev.orbit.compiler.code;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Which variables, arrays and methods code mentions. */
final class Mentions {
    /** Variables, and arrays, in the order in which they are met. */
    final Set<Argument> arguments = new LinkedHashSet<>();
    /** Variables that loops count with. */
    final Set<Variable> indices = new LinkedHashSet<>();
    /** Variables that are declared. */
    final Set<Variable> declared = new LinkedHashSet<>();
    /** Methods of the class. */
    final Set<String> methods = new LinkedHashSet<>();

    static Mentions of(List<Stmt> stmts) {
        Mentions mentions = new Mentions();
        stmts.forEach(mentions::add);
        return mentions;
    }

    private Mentions add(Stmt stmt) {
        return stmt.match(new Stmt.Cases<Mentions>(
                declare -> {
                    declared.add(declare.variable());
                    declare.initial().ifPresent(this::add);
                    return add(declare.variable());
                },
                assign -> add(assign.target()).add(assign.value()),
                grow -> argument(grow.array()).add(grow.rows()),
                loop -> {
                    indices.add(loop.index());
                    loop.body().forEach(this::add);
                    return add(loop.index()).add(loop.count());
                },
                branch -> {
                    branch.then().forEach(this::add);
                    branch.otherwise().forEach(this::add);
                    return add(branch.condition());
                },
                call -> args(call.args()),
                call -> args(call.args()),
                call -> {
                    methods.add(call.method());
                    return args(call.args());
                },
                note -> this,
                giveBack -> add(giveBack.value())));
    }

    private Mentions add(Expr expr) {
        return expr.match(new Expr.Cases<Mentions>(
                this::argument,
                entry -> argument(entry.array()).add(entry.index()),
                number -> this,
                whole -> this,
                truth -> this,
                text -> this,
                named -> this,
                length -> argument(length.array()),
                negate -> add(negate.x()),
                not -> add(not.x()),
                binary -> add(binary.x()).add(binary.y()),
                choose -> add(choose.condition()).add(choose.then()).add(choose.otherwise()),
                widen -> add(widen.x()),
                call -> args(call.args()),
                ask -> args(ask.args())));
    }

    private Mentions argument(Argument argument) {
        arguments.add(argument);
        return this;
    }

    private Mentions args(List<? extends Argument> args) {
        for (Argument arg : args) {
            if (arg instanceof Expr expr) {
                add(expr);
            } else {
                arguments.add(arg);
            }
        }
        return this;
    }
}
