package dev.orbit.fit;

import java.util.Arrays;

/**
 * The direction of L-BFGS-B: along the bent path that the steepest descent takes at the bounds to the first minimum of the
 * quadratic model, which says what bounds hold; then to the model's minimum in the variables that are left free, cut at the
 * bounds (Byrd, Lu, Nocedal and Zhu, "A limited memory algorithm for bound constrained optimization", 1995, algorithm CP and
 * section 5.1; the projection of Morales and Nocedal, "Remark on Algorithm 778", 2011).
 */
final class BoxStep {
    private final Bounds bounds;
    private final CompactForm form;
    private final Breakpoints breakpoints;
    private final double[] path;
    private final double[] target;
    private final double[] newton;
    private final boolean[] free;
    /** {@code W'} times the path's direction, and times the way from the point to the target. */
    private final double[] p;

    private final double[] c;
    private final double[] scratch;

    BoxStep(Bounds bounds, CompactForm form, int memory) {
        int size = bounds.size();
        this.bounds = bounds;
        this.form = form;
        this.breakpoints = new Breakpoints(size);
        this.path = new double[size];
        this.target = new double[size];
        this.newton = new double[size];
        this.free = new boolean[size];
        this.p = new double[2 * memory];
        this.c = new double[2 * memory];
        this.scratch = new double[2 * memory];
    }

    /**
     * The direction from a point inside the bounds; with step 1 it ends inside.
     *
     * @return whether the model could be minimised
     */
    boolean direction(double[] point, double[] gradient, double[] direction) {
        if (!form.build()) {
            return false;
        }
        findTarget(point, gradient);
        boolean sound = minimise(point, gradient);
        double slope = 0;
        for (int i = 0; i < path.length; i++) {
            direction[i] = bounds.nearest(i, target[i] + newton[i]) - point[i];
            slope += direction[i] * gradient[i];
        }
        if (slope > 0) {
            double part = Math.min(1, bounds.room(target, newton));
            for (int i = 0; i < path.length; i++) {
                direction[i] = target[i] + part * newton[i] - point[i];
            }
        }
        return sound;
    }

    /** The generalised Cauchy point. */
    private void findTarget(double[] point, double[] gradient) {
        int width = form.width();
        double slope = begin(point, gradient);
        double least = 0x1p-52 * -slope * form.scale();
        double curvature = Math.max(least, -form.scale() * slope - quadratic(p, p));
        double reached = 0;
        double wait = slope < 0 ? -slope / curvature : 0;
        while (!breakpoints.isEmpty() && wait >= breakpoints.time() - reached && slope < 0) {
            double step = breakpoints.time() - reached;
            reached = breakpoints.time();
            int b = breakpoints.take();
            target[b] = path[b] > 0 ? bounds.upper(b) : bounds.lower(b);
            free[b] = false;
            double way = target[b] - point[b];
            double g = gradient[b];
            Vectors.add(step, p, c, width);
            double[] row = form.row(b);
            slope += step * curvature + g * g + form.scale() * g * way - g * quadratic(row, c);
            curvature -= form.scale() * g * g + 2 * g * quadratic(row, p) + g * g * quadratic(row, row);
            curvature = Math.max(least, curvature);
            Vectors.add(g, row, p, width);
            path[b] = 0;
            wait = slope < 0 ? -slope / curvature : 0;
        }
        Vectors.add(wait, p, c, width);
        for (int i = 0; i < path.length; i++) {
            if (free[i]) {
                target[i] = bounds.nearest(i, point[i] + (reached + wait) * path[i]);
            }
        }
    }

    /** The steepest descent, and when it meets which bound; returns its slope. */
    private double begin(double[] point, double[] gradient) {
        breakpoints.clear();
        Arrays.fill(p, 0);
        Arrays.fill(c, 0);
        double slope = 0;
        for (int i = 0; i < path.length; i++) {
            double bound = gradient[i] < 0 ? bounds.upper(i) : bounds.lower(i);
            double time = gradient[i] == 0 ? Double.POSITIVE_INFINITY : (point[i] - bound) / gradient[i];
            free[i] = time > 0;
            path[i] = free[i] ? -gradient[i] : 0;
            target[i] = point[i];
            if (free[i]) {
                slope -= gradient[i] * gradient[i];
                Vectors.add(path[i], form.row(i), p, form.width());
                if (time < Double.POSITIVE_INFINITY) {
                    breakpoints.add(i, time);
                }
            }
        }
        return slope;
    }

    /** {@code a' M b}. */
    private double quadratic(double[] a, double[] b) {
        System.arraycopy(b, 0, scratch, 0, form.width());
        form.multiply(scratch);
        double sum = 0;
        for (int i = 0; i < form.width(); i++) {
            sum += a[i] * scratch[i];
        }
        return sum;
    }

    /** From the target to the model's minimum in the free variables. */
    private boolean minimise(double[] point, double[] gradient) {
        int width = form.width();
        form.multiply(c);
        Arrays.fill(scratch, 0);
        for (int i = 0; i < path.length; i++) {
            newton[i] = 0;
            if (free[i]) {
                double[] row = form.row(i);
                double residual = gradient[i] + form.scale() * (target[i] - point[i]);
                for (int j = 0; j < width; j++) {
                    residual -= row[j] * c[j];
                }
                newton[i] = -residual / form.scale();
                Vectors.add(residual, row, scratch, width);
            }
        }
        if (!form.solveReduced(free, scratch)) {
            return false;
        }
        double square = form.scale() * form.scale();
        for (int i = 0; i < path.length; i++) {
            if (free[i]) {
                double[] row = form.row(i);
                for (int j = 0; j < width; j++) {
                    newton[i] -= row[j] * scratch[j] / square;
                }
            }
        }
        return true;
    }
}
