package dev.orbit.compiler.analyse;

import dev.orbit.compiler.model.Statement;
import java.util.List;
import java.util.Set;

/** The names that an author gives in a step. */
final class Hints {
    private Hints() {}

    /** Adds the names of intermediates and outputs, those inside branches too. */
    static void collect(List<Statement> statements, Set<String> names) {
        for (Statement statement : statements) {
            if (statement instanceof Statement.Define define) {
                names.add(define.intermediate().name());
            } else if (statement instanceof Statement.Predict predict) {
                names.add(predict.output().symbol().name());
            } else if (statement instanceof Statement.Branch branch) {
                branch.arms().forEach(arm -> collect(arm.statements(), names));
                collect(branch.otherwise(), names);
            }
        }
    }
}
