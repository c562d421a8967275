package dev.orbit.compiler.code;

import dev.orbit.compiler.program.Literal;
import dev.orbit.compiler.program.Program;
import dev.orbit.compiler.program.Value;
import dev.orbit.compiler.schedule.Schedule;
import dev.orbit.compiler.schedule.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How a method ends: gradients go into the caller's arrays, the loss is given back. */
final class Epilogue {
    private final Outline outline;
    private final Schedule schedule;
    private final Surroundings around;
    private final Expressions expressions;
    private final Filling filling;

    Epilogue(Outline outline, Schedule schedule, Surroundings around, Statements statements) {
        this.outline = outline;
        this.schedule = schedule;
        this.around = around;
        this.expressions = statements.expressions();
        this.filling = statements.filling();
    }

    /** The data of whose gradients the program has outputs, by number. */
    static List<Integer> differentiated(Outline outline, Program program) {
        List<Integer> columns = new ArrayList<>();
        for (int i = 0; i < outline.columns().size(); i++) {
            String name = outline.columns().get(i).name();
            boolean output = program.outputs().stream()
                    .anyMatch(o -> o.purpose() == Program.Purpose.GRADIENT && o.of().equals(name));
            if (output) {
                columns.add(i);
            }
        }
        return columns;
    }

    List<Stmt> statements(Method.Purpose purpose, List<Step.Give> given, Names names) {
        Map<Integer, List<Stmt>> byOffset = new TreeMap<>();
        List<Stmt> others = new ArrayList<>();
        Expr result = zero();
        for (Step.Give give : given) {
            Program.Output output = schedule.program().outputs().get(give.output());
            switch (output.purpose()) {
                case LOSS, PENALTY -> result = expressions.read(give.value());
                case GRADIENT -> gradient(output, give.value(), byOffset, others, names);
                case PENALTY_GRADIENT ->
                    byOffset.put(offset(output), filling.add(area(output, give), give.value(), names));
                case TANGENT, RESIDUAL, PREDICTION ->
                    others.addAll(filling.fill(area(output, give), give.value(), names));
                case STATE -> throw new IllegalStateException("no method gives a " + output.purpose());
            }
        }
        if (fillsGradient(purpose)) {
            fillUp(byOffset);
        }
        List<Stmt> stores = new ArrayList<>();
        byOffset.values().forEach(stores::addAll);
        stores.addAll(others);
        List<Stmt> out = new ArrayList<>(stores.isEmpty() ? List.of() : List.of(new Stmt.Note("")));
        out.addAll(stores);
        if (givesNumber(purpose)) {
            out.add(new Stmt.Return(result));
        }
        return out;
    }

    /** Whether a method gives back a loss or penalty, and does not fill arrays alone. */
    static boolean givesNumber(Method.Purpose purpose) {
        return switch (purpose) {
            case LOSS, GRADIENT, DATA_GRADIENT, PENALTY, PENALTY_GRADIENT -> true;
            case PREDICT, RESIDUALS, JACOBIAN_TIMES, TRANSPOSED_TIMES, JACOBIAN -> false;
            case CONSTRAIN, UNCONSTRAIN, PULL_BACK, PART -> false;
        };
    }

    /** Whether entries of which the program has no gradient are zero. */
    private static boolean fillsGradient(Method.Purpose purpose) {
        return purpose == Method.Purpose.GRADIENT
                || purpose == Method.Purpose.DATA_GRADIENT
                || purpose == Method.Purpose.TRANSPOSED_TIMES;
    }

    private Area area(Program.Output output, Step.Give give) {
        Block place = around.place(output);
        return Area.whole(place, give.value().type().shape());
    }

    private void gradient(
            Program.Output output, Value value, Map<Integer, List<Stmt>> byOffset, List<Stmt> ofData, Names names) {
        Block place = around.place(output);
        List<Stmt> stores = filling.fill(Area.whole(place, value.type().shape()), value, names);
        if (!place.array().equals(around.signature.gradient())) {
            ofData.addAll(stores);
            return;
        }
        boolean one = stores.size() == 1 && stores.get(0) instanceof Stmt.Assign;
        Stmt.Assign first = one ? (Stmt.Assign) stores.get(0) : null;
        byOffset.put(
                offset(output),
                one ? List.of(new Stmt.Assign(first.target(), first.update(), first.value(), output.of())) : stores);
    }

    private void fillUp(Map<Integer, List<Stmt>> byOffset) {
        int offset = 0;
        for (Outline.Parameter parameter : outline.parameters()) {
            if (!byOffset.containsKey(offset) && parameter.size() > 0) {
                byOffset.put(offset, List.of(zeros(parameter, offset)));
            }
            offset += parameter.size();
        }
    }

    private Stmt zeros(Outline.Parameter parameter, int offset) {
        Expr from = new Expr.Whole(offset);
        if (parameter.size() == 1) {
            Expr.Entry entry = new Expr.Entry(around.signature.gradient(), from);
            return new Stmt.Assign(entry, Update.SET, zero(), parameter.name());
        }
        Expr to = new Expr.Whole(offset + parameter.size());
        return new Stmt.CallKernel(Library.ARRAYS, "fill", List.of(around.signature.gradient(), from, to, zero()));
    }

    private int offset(Program.Output output) {
        return ((Expr.Whole) around.place(output).offset()).value();
    }

    private static Expr zero() {
        return new Expr.Number(new Literal(0, "0", ""));
    }
}
