package dev.orbit.compiler.emit;

import com.palantir.javapoet.ClassName;

/** The classes that emitted code names. */
final class Types {
    static final ClassName MODEL = runtime("Model");
    static final ClassName CONSTRAINED = runtime("Constrained");
    static final ClassName LEAST_SQUARES = runtime("LeastSquares");
    static final ClassName PREDICTING = runtime("Predicting");
    static final ClassName RESULT = runtime("Result");
    static final ClassName SCHEMA = runtime("Schema");
    static final ClassName STEPS = runtime("Steps");
    static final ClassName PARAMETER = runtime("Parameter");
    static final ClassName COLUMN = runtime("Column");
    static final ClassName START = runtime("Start");
    static final ClassName DRAW = runtime("Draw");
    static final ClassName EXAMPLES = runtime("Examples");
    static final ClassName BATCH = runtime("Batch");
    static final ClassName EXAMPLE_BLOCK = runtime("ExampleBlock");
    static final ClassName ARGUMENTS = runtime("Arguments");
    static final ClassName RUNTIME_LEVEL = runtime("RuntimeLevel");

    private Types() {}

    static ClassName runtime(String simpleName) {
        return ClassName.get("dev.orbit.runtime", simpleName);
    }
}
