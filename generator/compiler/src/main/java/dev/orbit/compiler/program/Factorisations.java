package dev.orbit.compiler.program;

import dev.orbit.compiler.function.Function1;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Cholesky's factor, its adjoint, and triangular solutions, as {@link Product} says. */
final class Factorisations<V> {
    private final Algebra<V> algebra;

    Factorisations(Algebra<V> algebra) {
        this.algebra = algebra;
    }

    /** L with L L' = A, row by row. */
    Grid<V> cholesky(Grid<V> a) {
        int n = a.rows();
        List<V> l = new ArrayList<>(Collections.nCopies(n * n, algebra.constant(0)));
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                V rest = a.at(i, j);
                for (int k = 0; k < j; k++) {
                    rest = without(l.get(i * n + k), l.get(j * n + k), rest);
                }
                l.set(i * n + j, i == j ? algebra.apply(Function1.SQRT, rest) : algebra.divide(rest, l.get(j * n + j)));
            }
        }
        return new Grid<>(n, n, l);
    }

    /** X with L X = B, from the first row on. */
    Grid<V> solve(Grid<V> l, Grid<V> b) {
        int n = l.rows();
        int columns = b.columns();
        List<V> x = new ArrayList<>(b.entries());
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < columns; j++) {
                V rest = b.at(i, j);
                for (int k = 0; k < i; k++) {
                    rest = without(l.at(i, k), x.get(k * columns + j), rest);
                }
                x.set(i * columns + j, algebra.divide(rest, l.at(i, i)));
            }
        }
        return new Grid<>(n, columns, x);
    }

    /** X with L' X = B, from the last row on. */
    Grid<V> solveTransposed(Grid<V> l, Grid<V> b) {
        int n = l.rows();
        int columns = b.columns();
        List<V> x = new ArrayList<>(b.entries());
        for (int i = n - 1; i >= 0; i--) {
            for (int j = 0; j < columns; j++) {
                V rest = b.at(i, j);
                for (int k = i + 1; k < n; k++) {
                    rest = without(l.at(k, i), x.get(k * columns + j), rest);
                }
                x.set(i * columns + j, algebra.divide(rest, l.at(i, i)));
            }
        }
        return new Grid<>(n, columns, x);
    }

    /**
     * With P the lower triangle of L' Lbar, its diagonal halved, and S = L'^-1 P L^-1: the lower triangle of S + S', its
     * diagonal halved. Source: I. Murray, Differentiation of the Cholesky decomposition, 2016, equations 9 and 10.
     */
    Grid<V> choleskyAdjoint(Grid<V> l, Grid<V> adjoint) {
        int n = l.rows();
        V half = algebra.constant(0.5);
        V zero = algebra.constant(0);
        Grid<V> p = Grid.filled(n, n, (i, j) -> {
            if (j > i) {
                return zero;
            }
            V sum = zero;
            for (int k = i; k < n; k++) {
                sum = algebra.multiplyAdd(l.at(k, i), adjoint.at(k, j), sum);
            }
            return i.equals(j) ? algebra.multiply(half, sum) : sum;
        });
        // L'^-1 P L^-1 = (L'^-1 (L'^-1 P)')'
        Grid<V> s = solveTransposed(l, solveTransposed(l, p).transposed()).transposed();
        return Grid.filled(n, n, (i, j) -> {
            if (j > i) {
                return zero;
            }
            return i.equals(j) ? s.at(i, i) : algebra.add(s.at(i, j), s.at(j, i));
        });
    }

    /** LDot with LDot L' + L LDot' = ADot, row by row as {@link #cholesky}. */
    Grid<V> choleskyTangent(Grid<V> l, Grid<V> tangent) {
        int n = l.rows();
        List<V> dot = new ArrayList<>(Collections.nCopies(n * n, algebra.constant(0)));
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                V rest = tangent.at(i, j);
                for (int k = 0; k < j; k++) {
                    rest = without(dot.get(i * n + k), l.at(j, k), rest);
                    rest = without(l.at(i, k), dot.get(j * n + k), rest);
                }
                rest = i == j
                        ? algebra.multiply(algebra.constant(0.5), rest)
                        : without(l.at(i, j), dot.get(j * n + j), rest);
                dot.set(i * n + j, algebra.divide(rest, l.at(j, j)));
            }
        }
        return new Grid<>(n, n, dot);
    }

    private V without(V x, V y, V from) {
        return algebra.multiplyAdd(algebra.negate(x), y, from);
    }
}
