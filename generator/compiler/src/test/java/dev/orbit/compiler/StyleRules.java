package dev.orbit.compiler;

import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;

/** Reads Java files as javac does and tells where they break the house's rules of naming and size. */
final class StyleRules {

    static final int LONGEST_METHOD = 40;

    /** What the front doors (the command, the Maven plugin) may know of the compiler. */
    private static final Set<String> OPEN_TO_FRONT_DOORS = Set.of("source", "diagnostic", "driver", "report");

    private static final Pattern VERB = Pattern.compile("(get|process|handle|perform)(?![a-z]).*");
    private static final Pattern SUFFIX =
            Pattern.compile("(.*[a-z0-9])?(Manager|Helpers?|Utils?|Impl|Base|Context|Info)|.*[a-z0-9](Abstract|Data)");

    /** Names in the language's own words: it calls a function abstract. */
    private static final Set<String> DESIGNED = Set.of("CallAbstract");

    private static final Pattern CASES = Pattern.compile(".*Cases<.*>");
    private static final Pattern ROOM = Pattern.compile("dev\\.orbit\\.compiler\\.(\\w+)\\..*");

    private StyleRules() {}

    /** One line for each problem of the given files. */
    static List<String> problems(Iterable<? extends JavaFileObject> files) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        JavacTask task = (JavacTask) compiler.getTask(null, null, null, List.of("-proc:none"), null, files);
        List<String> problems = new ArrayList<>();
        try {
            List<CompilationUnitTree> units = new ArrayList<>();
            task.parse().forEach(units::add);
            EnumConstants enums = new EnumConstants();
            units.forEach(unit -> enums.scan(unit, null));
            for (CompilationUnitTree unit : units) {
                new Reader(unit, Trees.instance(task).getSourcePositions(), enums, problems).scan(unit, null);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return problems;
    }

    /** The constants of each enum in the files. */
    private static final class EnumConstants extends TreePathScanner<Void, Void> {

        private final List<Set<String>> constants = new ArrayList<>();

        @Override
        public Void visitClass(ClassTree tree, Void nothing) {
            if (tree.getKind() == Tree.Kind.ENUM) {
                constants.add(tree.getMembers().stream()
                        .filter(VariableTree.class::isInstance)
                        .map(VariableTree.class::cast)
                        .filter(field -> tree.getSimpleName().contentEquals(String.valueOf(field.getType())))
                        .map(field -> field.getName().toString())
                        .collect(Collectors.toSet()));
            }
            return super.visitClass(tree, nothing);
        }

        /**
         * Whether the cases are constants of one of the enums. Files are read without types: a foreign enum that shares the
         * names would be taken for ours, but none of ours is missed.
         */
        boolean haveAll(List<? extends CaseTree> cases) {
            Set<String> labels = cases.stream()
                    .flatMap(each -> each.getExpressions().stream())
                    .map(String::valueOf)
                    .collect(Collectors.toSet());
            return !labels.isEmpty() && constants.stream().anyMatch(each -> each.containsAll(labels));
        }
    }

    private static final class Reader extends TreePathScanner<Void, Void> {

        private final CompilationUnitTree unit;
        private final SourcePositions positions;
        private final EnumConstants enums;
        private final List<String> problems;

        Reader(CompilationUnitTree unit, SourcePositions positions, EnumConstants enums, List<String> problems) {
            this.unit = unit;
            this.positions = positions;
            this.enums = enums;
            this.problems = problems;
        }

        @Override
        public Void visitImport(ImportTree tree, Void nothing) {
            boolean frontDoor = !unit.getPackageName().toString().startsWith("dev.orbit.compiler");
            Matcher room = ROOM.matcher(tree.getQualifiedIdentifier().toString());
            if (frontDoor && room.matches() && !OPEN_TO_FRONT_DOORS.contains(room.group(1))) {
                report(tree, "a front door knows the room " + room.group(1));
            }
            return super.visitImport(tree, nothing);
        }

        @Override
        public Void visitClass(ClassTree tree, Void nothing) {
            String name = tree.getSimpleName().toString();
            if (SUFFIX.matcher(name).matches() && !DESIGNED.contains(name)) {
                report(tree, "the name " + name + " ends in a word that says nothing");
            }
            if (name.startsWith("Orbit")) {
                report(tree, "the name " + name + " repeats the project's");
            }
            return super.visitClass(tree, nothing);
        }

        @Override
        public Void visitMethod(MethodTree tree, Void nothing) {
            String name = tree.getName().toString();
            if (VERB.matcher(name).matches() && !isOverride(tree)) {
                report(tree, "the method name " + name + " begins with a verb that says nothing");
            }
            long lines = 1 + line(positions.getEndPosition(unit, tree)) - line(positions.getStartPosition(unit, tree));
            if (lines > LONGEST_METHOD && !isTable(tree)) {
                report(tree, "the method " + name + " has " + lines + " lines");
            }
            return super.visitMethod(tree, nothing);
        }

        @Override
        public Void visitSwitch(SwitchTree tree, Void nothing) {
            checkCases(tree.getCases());
            return super.visitSwitch(tree, nothing);
        }

        @Override
        public Void visitSwitchExpression(SwitchExpressionTree tree, Void nothing) {
            checkCases(tree.getCases());
            return super.visitSwitchExpression(tree, nothing);
        }

        private void checkCases(List<? extends CaseTree> cases) {
            cases.stream()
                    .filter(each -> each.getExpressions().isEmpty() && enums.haveAll(cases))
                    .forEach(each -> report(each, "a default in a switch over an enum of ours hides a new constant"));
        }

        private static boolean isOverride(MethodTree tree) {
            return tree.getModifiers().getAnnotations().stream()
                    .anyMatch(annotation ->
                            annotation.getAnnotationType().toString().equals("Override"));
        }

        /** A table, however long: a total fold over cases, or a body that is a single expression. */
        private static boolean isTable(MethodTree tree) {
            boolean fold = tree.getName().contentEquals("match")
                    || tree.getParameters().stream()
                            .anyMatch(parameter -> CASES.matcher(
                                            parameter.getType().toString())
                                    .matches());
            if (fold || tree.getBody() == null) {
                return true;
            }
            List<? extends StatementTree> statements = tree.getBody().getStatements();
            return statements.size() == 1
                    && (statements.get(0) instanceof ReturnTree
                            || statements.get(0) instanceof ExpressionStatementTree);
        }

        private void report(Tree tree, String problem) {
            problems.add(unit.getSourceFile().getName() + ":" + line(positions.getStartPosition(unit, tree)) + ": "
                    + problem);
        }

        private long line(long position) {
            return unit.getLineMap().getLineNumber(position);
        }
    }
}
