package dev.orbit.compiler.code;

import dev.orbit.compiler.program.Program;
import dev.orbit.compiler.program.Type;
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

    Epilogue(Outline outline, Schedule schedule, Surroundings around, Expressions expressions) {
        this.outline = outline;
        this.schedule = schedule;
        this.around = around;
        this.expressions = expressions;
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

    List<Stmt> statements(Method.Purpose purpose, List<Step.Give> given) {
        Map<Integer, Stmt> byOffset = new TreeMap<>();
        List<Stmt> ofData = new ArrayList<>();
        Expr result = Statements.zero(Type.Element.DOUBLE);
        for (Step.Give give : given) {
            Program.Output output = schedule.program().outputs().get(give.output());
            switch (output.purpose()) {
                case LOSS, PENALTY -> result = expressions.read(give.value());
                case GRADIENT -> gradient(output, give, byOffset, ofData);
                case PENALTY_GRADIENT -> penalty(output, give, byOffset);
                case TANGENT, STATE, RESIDUAL, PREDICTION ->
                    throw new IllegalStateException("no method gives a " + output.purpose());
            }
        }
        if (purpose == Method.Purpose.GRADIENT || purpose == Method.Purpose.DATA_GRADIENT) {
            fillUp(byOffset);
        }
        List<Stmt> out = new ArrayList<>(byOffset.isEmpty() ? List.of() : List.of(new Stmt.Note("")));
        out.addAll(byOffset.values());
        out.addAll(ofData);
        out.add(new Stmt.Return(result));
        return out;
    }

    private void gradient(Program.Output output, Step.Give give, Map<Integer, Stmt> byOffset, List<Stmt> ofData) {
        int offset = offset(output.of());
        if (offset >= 0) {
            Expr.Entry entry = new Expr.Entry(around.signature.gradient(), new Expr.Whole(offset));
            byOffset.put(offset, new Stmt.Assign(entry, Update.SET, expressions.read(give.value()), output.of()));
            return;
        }
        Expr.Entry entry = new Expr.Entry(expressions.addresses().output(give.output()), new Expr.Whole(0));
        ofData.add(new Stmt.Assign(entry, Update.SET, expressions.read(give.value()), ""));
    }

    private void penalty(Program.Output output, Step.Give give, Map<Integer, Stmt> byOffset) {
        Expr added = expressions.read(give.value());
        boolean nothing =
                added instanceof Expr.Number number && number.literal().value() == 0;
        if (!nothing) {
            int offset = offset(output.of());
            Expr.Entry entry = new Expr.Entry(around.signature.gradient(), new Expr.Whole(offset));
            byOffset.put(offset, Statements.accumulate(entry, added));
        }
    }

    private void fillUp(Map<Integer, Stmt> byOffset) {
        int offset = 0;
        for (Outline.Parameter parameter : outline.parameters()) {
            if (!byOffset.containsKey(offset) && parameter.size() > 0) {
                Expr.Entry entry = new Expr.Entry(around.signature.gradient(), new Expr.Whole(offset));
                Expr zero = Statements.zero(Type.Element.DOUBLE);
                byOffset.put(offset, new Stmt.Assign(entry, Update.SET, zero, parameter.name()));
            }
            offset += parameter.size();
        }
    }

    /** Where the parameter of this name begins in the vector; negative if there is none. */
    private int offset(String name) {
        int offset = 0;
        for (Outline.Parameter parameter : outline.parameters()) {
            if (parameter.name().equals(name)) {
                return offset;
            }
            offset += parameter.size();
        }
        return -1;
    }
}
