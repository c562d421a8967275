package dev.orbit.runtime;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Whether the Vector API computes the runtime's inner loops: where the JVM was started with {@code --add-modules jdk.incubator.vector},
 * on versions of Java on which it was tried, with the optimising compiler. Elsewhere plain loops do, with the same bits.
 *
 * <p>The system property {@code orbit.vectors} decides otherwise: {@code off}, or {@code on} also for versions on which it is
 * off because vectors are known to be boxed there at times.
 */
final class VectorModule {
    private static final String NAME = "jdk.incubator.vector";
    private static final int FIRST = 21;
    private static final int LAST = 26;

    private VectorModule() {}

    /** Vectors where they can be had, plain loops elsewhere. */
    static RowKernels rows() {
        return vectors().orElseGet(PlainRows::new);
    }

    /** Rows by vectors, where they can be had and are wanted. */
    static Optional<RowKernels> vectors() {
        return load("dev.orbit.runtime.VectorRows");
    }

    private static Optional<RowKernels> load(String name) {
        Optional<Module> vectors = ModuleLayer.boot().findModule(NAME);
        if (vectors.isEmpty() || !isWanted()) {
            return Optional.empty();
        }
        Module own = VectorModule.class.getModule();
        own.addReads(vectors.get());
        try {
            Object rows = Class.forName(name, true, VectorModule.class.getClassLoader())
                    .getDeclaredConstructor()
                    .newInstance();
            return Optional.of((RowKernels) rows).filter(VectorModule::isRight);
        } catch (ReflectiveOperationException | LinkageError | RuntimeException unfit) {
            // an incubating module may change: then there are plain loops
            return Optional.empty();
        }
    }

    private static boolean isWanted() {
        String told = System.getProperty("orbit.vectors", "auto").toLowerCase(Locale.ROOT);
        boolean compiled = System.getProperty("java.vm.info", "").startsWith("mixed mode")
                && !System.getProperty("java.vm.info", "").contains("emulated-client");
        int version = Runtime.version().feature();
        return switch (told) {
            case "off" -> false;
            case "on" -> compiled;
            default -> compiled && version >= FIRST && version <= LAST;
        };
    }

    /** A first call, which links everything that is used, against the plain one. */
    private static boolean isRight(RowKernels rows) {
        int n = 37;
        double[] weights = {0.3, -1.1, 1e-3};
        double[] numbers = new double[3 * n];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = 1.0 / (i + 1);
        }
        double[] found = new double[n];
        double[] expected = new double[n];
        rows.combine(3, n, weights, 0, 1, numbers, 0, found, 0);
        rows.addRow(n, 0.7, numbers, n, found, 0);
        PlainRows plain = new PlainRows();
        plain.combine(3, n, weights, 0, 1, numbers, 0, expected, 0);
        plain.addRow(n, 0.7, numbers, n, expected, 0);
        return Arrays.equals(found, expected);
    }
}
