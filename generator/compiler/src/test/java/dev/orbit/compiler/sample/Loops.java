package dev.orbit.compiler.sample;

import java.util.Arrays;

/** Linear algebra as loops; matrices are arrays of rows. */
final class Loops {
    private Loops() {}

    static Jet[] zeros(int n) {
        Jet[] all = new Jet[n];
        Arrays.fill(all, Jet.of(0));
        return all;
    }

    static Jet dot(Jet[] x, Jet[] y) {
        Jet sum = Jet.of(0);
        for (int i = 0; i < x.length; i++) {
            sum = sum.plus(x[i].times(y[i]));
        }
        return sum;
    }

    static Jet[] times(Jet[][] a, Jet[] x) {
        Jet[] y = new Jet[a.length];
        for (int i = 0; i < y.length; i++) {
            y[i] = dot(a[i], x);
        }
        return y;
    }

    static Jet[] plus(Jet[] x, Jet[] y) {
        Jet[] sum = new Jet[x.length];
        for (int i = 0; i < sum.length; i++) {
            sum[i] = x[i].plus(y[i]);
        }
        return sum;
    }

    static Jet[] minus(Jet[] x, Jet[] y) {
        Jet[] difference = new Jet[x.length];
        for (int i = 0; i < difference.length; i++) {
            difference[i] = x[i].minus(y[i]);
        }
        return difference;
    }

    static Jet[][] times(Jet[][] a, Jet[][] b) {
        Jet[][] product = new Jet[a.length][];
        for (int i = 0; i < a.length; i++) {
            product[i] = times(transposed(b), a[i]);
        }
        return product;
    }

    static Jet[][] transposed(Jet[][] a) {
        Jet[][] turned = new Jet[a[0].length][a.length];
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < turned.length; j++) {
                turned[j][i] = a[i][j];
            }
        }
        return turned;
    }

    static Jet[][] plus(Jet[][] a, Jet[][] b) {
        Jet[][] sum = new Jet[a.length][];
        for (int i = 0; i < a.length; i++) {
            sum[i] = plus(a[i], b[i]);
        }
        return sum;
    }

    static Jet[][] minus(Jet[][] a, Jet[][] b) {
        Jet[][] difference = new Jet[a.length][];
        for (int i = 0; i < a.length; i++) {
            difference[i] = minus(a[i], b[i]);
        }
        return difference;
    }

    static Jet[][] diagonal(Jet... entries) {
        Jet[][] a = new Jet[entries.length][];
        for (int i = 0; i < a.length; i++) {
            a[i] = zeros(a.length);
            a[i][i] = entries[i];
        }
        return a;
    }

    /**
     * The inverse and, behind its last row, the determinant: Gauss and Jordan without a change of rows, for positive definite
     * matrices.
     */
    static Jet[][] inverseAndDeterminant(Jet[][] a) {
        int n = a.length;
        Jet[][] left = new Jet[n][];
        Jet[][] right = diagonal(ones(n));
        for (int i = 0; i < n; i++) {
            left[i] = a[i].clone();
        }
        Jet determinant = Jet.of(1);
        for (int k = 0; k < n; k++) {
            Jet pivot = left[k][k];
            determinant = determinant.times(pivot);
            for (int j = 0; j < n; j++) {
                left[k][j] = left[k][j].over(pivot);
                right[k][j] = right[k][j].over(pivot);
            }
            for (int i = 0; i < n; i++) {
                Jet factor = left[i][k];
                for (int j = 0; j < n && i != k; j++) {
                    left[i][j] = left[i][j].minus(factor.times(left[k][j]));
                    right[i][j] = right[i][j].minus(factor.times(right[k][j]));
                }
            }
        }
        Jet[][] both = Arrays.copyOf(right, n + 1);
        both[n] = new Jet[] {determinant};
        return both;
    }

    private static Jet[] ones(int n) {
        Jet[] all = new Jet[n];
        Arrays.fill(all, Jet.of(1));
        return all;
    }

    static Jet logSumExp(Jet... x) {
        double most = Double.NEGATIVE_INFINITY;
        for (Jet entry : x) {
            most = Math.max(most, entry.value().high());
        }
        Jet sum = Jet.of(0);
        for (Jet entry : x) {
            sum = sum.plus(entry.minus(most).exp());
        }
        return sum.log().plus(most);
    }
}
