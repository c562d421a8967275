package dev.orbit.runtime.hipparchus;

import dev.orbit.fit.Bounds;
import dev.orbit.fit.Curvature;
import dev.orbit.runtime.Differentiable;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;
import org.hipparchus.optim.nonlinear.vector.constrained.TwiceDifferentiableFunction;

/** A function on a box, continued outside by its value and derivatives at the nearest point of the box. */
final class BoxFunction extends TwiceDifferentiableFunction {
    private final Differentiable function;
    private final LastPoint last;
    private final Bounds bounds;

    BoxFunction(Differentiable function, Bounds bounds) {
        if (bounds.size() != function.size()) {
            throw new IllegalArgumentException(
                    "there are bounds of " + bounds.size() + " variables, the function has " + function.size());
        }
        this.function = function;
        this.last = new LastPoint(function);
        this.bounds = bounds;
    }

    void require(double[] point) {
        last.require(point);
    }

    @Override
    public int dim() {
        return last.size();
    }

    @Override
    public double value(RealVector point) {
        return last.value(inside(point));
    }

    @Override
    public RealVector gradient(RealVector point) {
        return MatrixUtils.createRealVector(last.gradient(inside(point)));
    }

    @Override
    public RealMatrix hessian(RealVector point) {
        return MatrixUtils.createRealMatrix(
                Curvature.at(function, bounds, inside(point)).hessian());
    }

    private double[] inside(RealVector point) {
        double[] x = point.toArray();
        require(x);
        return bounds.nearest(x);
    }
}
