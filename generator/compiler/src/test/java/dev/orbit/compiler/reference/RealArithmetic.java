package dev.orbit.compiler.reference;

import dev.orbit.compiler.function.Arithmetic;
import dev.orbit.compiler.function.Function1;
import dev.orbit.compiler.function.Function2;

/** The function tables in doubles: what emitted code computes. */
public final class RealArithmetic implements Arithmetic<Double> {
    @Override
    public Double constant(double c) {
        return c;
    }

    @Override
    public Double pi() {
        return Math.PI;
    }

    @Override
    public Double apply(Function1 f, Double x) {
        return f.value(x);
    }

    @Override
    public Double apply(Function2 f, Double x, Double y) {
        return f.value(x, y);
    }
}
