package dev.orbit.compiler.code;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** An expression with other parts in place of some; a part that is replaced is not looked into. */
final class Rewriting {
    private final Function<Expr, Optional<Expr>> replacement;

    Rewriting(Function<Expr, Optional<Expr>> replacement) {
        this.replacement = replacement;
    }

    Expr of(Expr expr) {
        return replacement.apply(expr).orElseGet(() -> inside(expr));
    }

    private Expr inside(Expr expr) {
        return expr.match(new Expr.Cases<Expr>(
                variable -> variable,
                entry -> new Expr.Entry(entry.array(), of(entry.index())),
                number -> number,
                whole -> whole,
                truth -> truth,
                text -> text,
                named -> named,
                length -> length,
                negate -> new Expr.Negate(of(negate.x())),
                not -> new Expr.Not(of(not.x())),
                binary -> new Expr.Binary(binary.op(), of(binary.x()), of(binary.y())),
                choose -> new Expr.Choose(of(choose.condition()), of(choose.then()), of(choose.otherwise())),
                widen -> new Expr.Widen(of(widen.x())),
                call -> new Expr.Call(call.owner(), call.method(), call.kind(), args(call.args())),
                ask -> new Expr.Ask(
                        ask.function(),
                        ask.method(),
                        ask.args().stream().map(this::of).toList())));
    }

    private List<Argument> args(List<Argument> args) {
        return args.stream()
                .map(arg -> arg instanceof Expr expr ? of(expr) : arg)
                .toList();
    }
}
