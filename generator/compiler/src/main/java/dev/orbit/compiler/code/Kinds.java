package dev.orbit.compiler.code;

/** The kind of an expression's value. */
final class Kinds {
    private Kinds() {}

    static Kind of(Expr expr) {
        return expr.match(new Expr.Cases<>(
                Variable::kind,
                entry -> entry.array().element(),
                number -> Kind.REAL,
                whole -> Kind.WHOLE,
                truth -> Kind.TRUTH,
                text -> Kind.TRUTH,
                named -> Kind.REAL,
                length -> Kind.WHOLE,
                negate -> of(negate.x()),
                not -> Kind.TRUTH,
                binary -> binary.op().arithmetic() ? of(binary.x()) : Kind.TRUTH,
                choose -> of(choose.then()),
                widen -> Kind.REAL,
                Expr.Call::kind,
                ask -> Kind.REAL));
    }
}
