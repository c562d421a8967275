package dev.orbit.compiler.code;

import dev.orbit.compiler.program.Program;
import dev.orbit.compiler.program.Value;
import dev.orbit.compiler.schedule.Ring;
import dev.orbit.compiler.schedule.Schedule;
import dev.orbit.compiler.schedule.Slot;
import dev.orbit.compiler.schedule.Tape;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** From the schedules of a class's methods to its code. */
public final class Arranger {
    private final Outline outline;
    private final Naming naming;
    private final Names names;
    private final Variables variables = new Variables();
    private final Signature signature;
    private final WorkspaceArrays workspace;
    private final List<Method> methods = new ArrayList<>();

    private Arranger(Outline outline, List<Program> programs) {
        this.outline = outline;
        this.names = Naming.scope(outline);
        this.naming = Naming.of(outline, programs, names);
        this.signature = Signature.of(outline, naming, variables);
        this.workspace = new WorkspaceArrays(names);
    }

    /**
     * The code of a class.
     *
     * @param programs loss and penalty with their gradients, then others
     * @param schedules of slices of the first program and of the others, by what each is for
     */
    public static Code arrange(Outline outline, List<Program> programs, Map<Method.Purpose, Schedule> schedules) {
        Arranger arranger = new Arranger(outline, programs);
        Program program = programs.get(0);
        schedules.forEach(arranger::arrange);
        if (!outline.offers().residuals().isEmpty()) {
            arranger.jacobian(schedules);
        }
        arranger.methods.addAll(
                Constraints.methods(outline, arranger.naming, arranger.variables, arranger.names, arranger.signature));
        List<Constant> constants = Constants.of(outline, programs, arranger.naming);
        return new Code(
                arranger.naming,
                arranger.signature,
                Epilogue.differentiated(outline, program),
                Derivatives.of(outline, programs),
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
        seeds(schedule.program(), around);
        workspace.begin();
        for (Tape tape : schedule.tapes()) {
            around.tapes.put(tape, workspace.array(tape));
        }
        for (Ring ring : schedule.rings()) {
            around.rings.put(ring, workspace.array(ring));
        }
        for (Slot slot : schedule.arrays()) {
            around.blocks.put(slot, block(slot, schedule, around));
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
        seedVariables(schedule.program(), around, local, body);
        if (!body.isEmpty()) {
            body.add(new Stmt.Note(""));
        }
        body.addAll(statements.block(schedule.steps(), local));
        body.addAll(new Epilogue(outline, schedule, around, statements).statements(purpose, statements.given(), local));
        List<Integer> differentiated = Epilogue.differentiated(outline, schedule.program());
        methods.add(new Method(
                name(purpose, signature),
                purpose,
                Epilogue.givesNumber(purpose) ? Optional.of(Kind.REAL) : Optional.empty(),
                signature.parameters(purpose, differentiated, outline),
                body));
    }

    /** An array of the workspace, or the place of an output in the gradient. */
    private Block block(Slot slot, Schedule schedule, Surroundings around) {
        Integer output = schedule.homes().get(slot);
        if (output == null) {
            return new Block(workspace.array(slot), new Expr.Whole(0));
        }
        return around.place(schedule.program().outputs().get(output));
    }

    /** Where the direction, or the weights of residuals, lie. */
    private void seeds(Program program, Surroundings around) {
        List<String> parameters =
                outline.parameters().stream().map(Outline.Parameter::name).toList();
        boolean forward = program.outputs().stream().anyMatch(o -> o.purpose() == Program.Purpose.TANGENT);
        for (int i = 0; i < program.inputs().size(); i++) {
            Program.Input input = program.inputs().get(i);
            if (input.role() == Program.Role.SEED) {
                around.seeds.put(
                        i,
                        forward
                                ? signature
                                        .vector(Signature.Vector.DIRECTION)
                                        .plus(new Expr.Whole(outline.offset(parameters.indexOf(input.name()))))
                                : new ResidualLayout(outline, signature).place(Signature.Vector.WEIGHTS, input.name()));
            }
        }
    }

    /** Seeds that are numbers are read once. */
    private void seedVariables(Program program, Surroundings around, Names local, List<Stmt> body) {
        BitSet read = Inputs.read(program);
        for (int i : new TreeSet<>(around.seeds.keySet())) {
            Value seed = program.body().arguments().get(i);
            if (read.get(i) && seed.type().isScalar()) {
                Variable variable = variables.named(local.variable(seed.hint()), Kind.REAL);
                Expr entry = around.given(i).entry(new Expr.Whole(0));
                body.add(new Stmt.Declare(variable, Optional.of(entry), ""));
                around.inputs.put(i, variable);
            }
        }
    }

    private void jacobian(Map<Method.Purpose, Schedule> schedules) {
        List<Program.Output> gradients =
                schedules.get(Method.Purpose.TRANSPOSED_TIMES).program().outputs();
        Set<String> wrt = gradients.stream().map(Program.Output::of).collect(Collectors.toSet());
        methods.add(new JacobianMethod(outline, signature, variables, names.inner(), workspace).method(wrt));
    }

    /** Where data are arrays, the public method of the plain name tells where they begin, and checks them. */
    static String name(Method.Purpose purpose, Signature signature) {
        String suffix = signature.needsOffsets() ? "At" : "";
        return switch (purpose) {
            case LOSS -> "loss" + suffix;
            case GRADIENT, DATA_GRADIENT -> "lossAndGradient" + suffix;
            case PENALTY -> "penalty";
            case PENALTY_GRADIENT -> "penaltyAndGradient";
            case PREDICT -> "predict" + suffix;
            case RESIDUALS -> "residualsAt";
            case JACOBIAN_TIMES -> "jacobianTimesAt";
            case TRANSPOSED_TIMES -> "transposedTimesAt";
            case JACOBIAN -> "jacobianAt";
            case CONSTRAIN, UNCONSTRAIN, PULL_BACK, PART ->
                throw new IllegalStateException("no schedule makes a method to " + purpose);
        };
    }
}
