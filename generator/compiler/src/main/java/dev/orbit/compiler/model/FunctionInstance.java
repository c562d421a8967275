package dev.orbit.compiler.model;

import dev.orbit.compiler.source.Span;
import java.util.List;

/**
 * The body of a function for arguments of given shapes, functions among the arguments put in. A call of a built-in or
 * abstract function that is handed over (to {@code repeat}, or to {@code s'(u)}) is wrapped in an instance of its own.
 *
 * <p>Equal only to itself: one instance serves all calls with the same shapes.
 */
public final class FunctionInstance {
    private final String name;
    private final List<Symbol> parameters;
    private final List<Let> locals;
    private final Expr result;
    private final Span span;
    private final boolean bound;

    /**
     * @param name of the function in the spec
     * @param parameters symbols of role ARGUMENT, without those that stand for functions
     * @param locals symbols of role LOCAL and their values, in an order in which they can be computed
     * @param result reads parameters and locals, and the model's parameters, lets, constants, dims and data
     * @param span of the declaration in the spec
     * @param bound whether the body came from outside (a binding): its spans then do not point into the spec
     */
    public FunctionInstance(
            String name, List<Symbol> parameters, List<Let> locals, Expr result, Span span, boolean bound) {
        this.name = name;
        this.parameters = List.copyOf(parameters);
        this.locals = List.copyOf(locals);
        this.result = result;
        this.span = span;
        this.bound = bound;
    }

    public String name() {
        return name;
    }

    public List<Symbol> parameters() {
        return parameters;
    }

    public List<Let> locals() {
        return locals;
    }

    public Expr result() {
        return result;
    }

    public Span span() {
        return span;
    }

    public boolean bound() {
        return bound;
    }

    public Shape shape() {
        return result.shape();
    }

    @Override
    public String toString() {
        return name;
    }
}
