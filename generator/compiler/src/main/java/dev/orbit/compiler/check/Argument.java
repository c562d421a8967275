package dev.orbit.compiler.check;

import dev.orbit.compiler.model.Expr;
import dev.orbit.compiler.model.Shape;
import dev.orbit.compiler.source.Span;

/** A typed argument of a function or operand of an operator, and where it stands. */
record Argument(Typed typed, Span span) {
    boolean isKnown() {
        return typed.isKnown();
    }

    /** Only of what is known. */
    Shape shape() {
        return typed.shape();
    }

    /** Only of what is known. */
    Expr expr() {
        return typed.expr().orElseThrow();
    }

    /** Only of what is known. */
    Operand operand(Frame frame) {
        return frame.operand(typed, span);
    }
}
