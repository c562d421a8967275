package dev.orbit.compiler.emit;

import dev.orbit.compiler.code.Arranger;
import dev.orbit.compiler.code.Batch;
import dev.orbit.compiler.code.Batching;
import dev.orbit.compiler.code.Code;
import dev.orbit.compiler.code.Method.Purpose;
import dev.orbit.compiler.code.Outline;
import dev.orbit.compiler.code.Splitter;
import dev.orbit.compiler.program.Abstract;
import dev.orbit.compiler.program.Program;
import dev.orbit.compiler.program.Slice;
import dev.orbit.compiler.schedule.Schedule;
import dev.orbit.compiler.schedule.ScheduleText;
import dev.orbit.compiler.schedule.Scheduler;
import dev.orbit.compiler.simplify.Simplify;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** From a derivative program to a Java class. */
public final class Emitter {
    private final Outline outline;
    private final Program program;
    private final Map<Purpose, Program> others;
    private final List<Abstract> functions;
    private final Map<Purpose, Schedule> schedules = new LinkedHashMap<>();

    private Emitter(EmitRequest request) {
        outline = request.outline();
        program = request.program();
        others = request.others();
        functions = outline.functions().stream()
                .map(Outline.AbstractFunction::signature)
                .toList();
    }

    /** The class; the same bytes for the same request on every machine. */
    public static Emission emit(EmitRequest request) {
        return new Emitter(request).run();
    }

    private Emission run() {
        List<String> names =
                outline.parameters().stream().map(Outline.Parameter::name).toList();
        Predicate<Program.Output> gradient = output -> output.purpose() == Program.Purpose.GRADIENT;
        Predicate<Program.Output> ofParameter = gradient.and(output -> names.contains(output.of()));
        Predicate<Program.Output> loss = output -> output.purpose() == Program.Purpose.LOSS;
        Predicate<Program.Output> penalty = output -> output.purpose() == Program.Purpose.PENALTY;
        Predicate<Program.Output> penaltyGradient = output -> output.purpose() == Program.Purpose.PENALTY_GRADIENT;
        add(Purpose.LOSS, loss);
        add(Purpose.GRADIENT, loss.or(ofParameter));
        if (program.outputs().stream().anyMatch(gradient.and(ofParameter.negate()))) {
            add(Purpose.DATA_GRADIENT, loss.or(gradient));
        }
        if (program.outputs().stream().anyMatch(penalty)) {
            add(Purpose.PENALTY, penalty);
            add(Purpose.PENALTY_GRADIENT, penalty.or(penaltyGradient));
        }
        others.forEach((purpose, other) -> schedules.put(purpose, Scheduler.schedule(other, functions)));
        List<Program> programs = new ArrayList<>(List.of(program));
        programs.addAll(others.values());
        Code whole = Arranger.arrange(outline, programs, schedules);
        int parameters =
                outline.parameters().stream().mapToInt(Outline.Parameter::size).sum();
        Optional<Batch> batch = Batching.batch(whole, parameters)
                .map(wide -> new Batch(wide.lanes(), wide.count(), wide.losses(), Splitter.split(wide.code())));
        Code code = Splitter.split(whole);
        String source = new ClassEmitter(outline, code, batch).emit();
        String rendered = schedules.entrySet().stream()
                .map(entry -> entry.getKey() + "\n" + ScheduleText.render(entry.getValue()))
                .collect(Collectors.joining("\n"));
        return new Emission(rendered, code, outline.packageName(), code.naming().className(), source);
    }

    private void add(Purpose purpose, Predicate<Program.Output> outputs) {
        schedules.put(purpose, Scheduler.schedule(Simplify.drop(Slice.outputs(program, outputs)), functions));
    }
}
