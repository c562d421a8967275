package dev.orbit.compiler.code;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Code with other variables in place of some; a local variable that becomes a field is assigned where it was declared. */
final class Substitution {
    private final Map<Variable, Variable> fields;

    Substitution(Map<Variable, Variable> fields) {
        this.fields = fields;
    }

    List<Stmt> of(List<Stmt> stmts) {
        return stmts.stream().map(this::of).filter(Substitution::says).toList();
    }

    /** A declaration without a value says nothing once the variable is a field. */
    private static boolean says(Stmt stmt) {
        return !(stmt instanceof Stmt.Assign assign
                && assign.update() == Update.SET
                && assign.value().equals(assign.target()));
    }

    private Stmt of(Stmt stmt) {
        return stmt.match(new Stmt.Cases<Stmt>(
                this::declare,
                assign -> new Stmt.Assign(
                        (Target) of(assign.target()), assign.update(), of(assign.value()), assign.remark()),
                grow -> new Stmt.Grow(grow.array(), of(grow.rows()), grow.width()),
                loop -> new Stmt.For(loop.index(), of(loop.count()), loop.backward(), of(loop.body())),
                branch -> new Stmt.If(of(branch.condition()), of(branch.then()), of(branch.otherwise())),
                call -> new Stmt.CallKernel(call.owner(), call.method(), args(call.args())),
                call -> new Stmt.CallAbstract(call.function(), call.method(), args(call.args())),
                call -> new Stmt.CallMethod(call.method(), args(call.args())),
                note -> note,
                giveBack -> new Stmt.Return(of(giveBack.value()))));
    }

    private Stmt declare(Stmt.Declare declare) {
        Variable field = fields.get(declare.variable());
        if (field == null) {
            return new Stmt.Declare(declare.variable(), declare.initial().map(this::of), declare.remark());
        }
        Expr value = declare.initial().map(this::of).orElse(field);
        return new Stmt.Assign(field, Update.SET, value, declare.remark());
    }

    Expr of(Expr expr) {
        return new Rewriting(part -> part instanceof Variable variable
                        ? Optional.ofNullable(fields.get(variable))
                        : Optional.empty())
                .of(expr);
    }

    private List<Argument> args(List<Argument> args) {
        return args.stream()
                .map(arg -> arg instanceof Expr expr ? of(expr) : arg)
                .toList();
    }
}
