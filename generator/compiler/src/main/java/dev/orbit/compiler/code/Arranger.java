package dev.orbit.compiler.code;

import dev.orbit.compiler.program.Program;
import dev.orbit.compiler.schedule.Ring;
import dev.orbit.compiler.schedule.Schedule;
import dev.orbit.compiler.schedule.Slot;
import dev.orbit.compiler.schedule.Tape;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** From the schedules of a class's methods to its code. */
public final class Arranger {
    private final Outline outline;
    private final Naming naming;
    private final Names names;
    private final Variables variables = new Variables();
    private final Signature signature;
    private final WorkspaceArrays workspace;
    private final List<Method> methods = new ArrayList<>();

    private Arranger(Outline outline, Program program) {
        this.outline = outline;
        this.names = Naming.scope();
        this.naming = Naming.of(outline, program, names);
        this.signature = Signature.of(outline, naming, variables);
        this.workspace = new WorkspaceArrays(names);
    }

    /**
     * The code of a class.
     *
     * @param program loss and penalty with their gradients
     * @param schedules of the slices of the program, by what each is for
     */
    public static Code arrange(Outline outline, Program program, Map<Method.Purpose, Schedule> schedules) {
        Arranger arranger = new Arranger(outline, program);
        schedules.forEach(arranger::arrange);
        arranger.methods.addAll(
                Constraints.methods(outline, arranger.naming, arranger.variables, arranger.names, arranger.signature));
        List<Constant> constants = Constants.of(outline, program, arranger.naming);
        return new Code(
                arranger.naming,
                arranger.signature,
                Epilogue.differentiated(outline, program),
                Derivatives.of(outline, program),
                constants,
                arranger.workspace.arrays(),
                List.of(),
                arranger.methods);
    }

    private void arrange(Method.Purpose purpose, Schedule schedule) {
        Surroundings around = new Surroundings(signature, outline);
        Names local = names.inner();
        int parameters = outline.parameters().size();
        signature.scalars().forEach((column, variable) -> around.inputs.put(parameters + column, variable));
        workspace.begin();
        for (Tape tape : schedule.tapes()) {
            around.tapes.put(tape, workspace.array(tape));
        }
        for (Ring ring : schedule.rings()) {
            around.rings.put(ring, workspace.array(ring));
        }
        for (Slot slot : schedule.arrays()) {
            around.blocks.put(slot, block(slot, schedule));
        }
        Statements statements = new Statements(schedule, around, variables, naming, outline);
        List<Stmt> body = new ArrayList<>(
                new Prologue(outline, naming, variables, around, local).statements(Inputs.read(schedule.program())));
        schedule.tapes().stream()
                .filter(tape -> WorkspaceArrays.size(tape).isEmpty())
                .map(tape -> new Stmt.Grow(
                        around.tapes.get(tape),
                        Wholes.plus(statements.expressions().addresses().room(tape), tape.width() - tape.stride()),
                        tape.stride()))
                .forEach(body::add);
        if (!body.isEmpty()) {
            body.add(new Stmt.Note(""));
        }
        body.addAll(statements.block(schedule.steps(), local));
        body.addAll(new Epilogue(outline, schedule, around, statements).statements(purpose, statements.given(), local));
        List<Integer> differentiated = Epilogue.differentiated(outline, schedule.program());
        methods.add(new Method(
                name(purpose, signature),
                purpose,
                Optional.of(Kind.REAL),
                signature.parameters(purpose, differentiated),
                body));
    }

    /** An array of the workspace, or the place of an output in the gradient. */
    private Block block(Slot slot, Schedule schedule) {
        Integer output = schedule.homes().get(slot);
        if (output == null) {
            return new Block(workspace.array(slot), new Expr.Whole(0));
        }
        return Epilogue.place(
                outline, signature, schedule.program().outputs().get(output).of());
    }

    /** Where data are arrays, the public method of the plain name tells where they begin, and checks them. */
    private static String name(Method.Purpose purpose, Signature signature) {
        String suffix = signature.needsOffsets() ? "At" : "";
        return switch (purpose) {
            case LOSS -> "loss" + suffix;
            case GRADIENT, DATA_GRADIENT -> "lossAndGradient" + suffix;
            case PENALTY -> "penalty";
            case PENALTY_GRADIENT -> "penaltyAndGradient";
            case CONSTRAIN, UNCONSTRAIN, PULL_BACK, PART ->
                throw new IllegalStateException("no schedule makes a method to " + purpose);
        };
    }
}
