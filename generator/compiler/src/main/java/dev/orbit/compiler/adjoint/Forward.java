package dev.orbit.compiler.adjoint;

import dev.orbit.compiler.plan.Activity;
import dev.orbit.compiler.program.Builder;
import dev.orbit.compiler.program.Carry;
import dev.orbit.compiler.program.Instr;
import dev.orbit.compiler.program.LoopView;
import dev.orbit.compiler.program.Origin;
import dev.orbit.compiler.program.Region;
import dev.orbit.compiler.program.Value;
import java.util.ArrayList;
import java.util.List;

/** Writes a region once more, each instruction followed by the tangents of its results. */
final class Forward {
    private final Builder builder;
    private final Dots dots;
    private final Activity activity;

    Forward(Builder builder, Dots dots, Activity activity) {
        this.builder = builder;
        this.dots = dots;
        this.activity = activity;
    }

    void sweep(Region region) {
        for (Instr instr : region.instrs()) {
            builder.at(instr.results().get(0).origin().as(Origin.Derivation.TANGENT));
            if (instr instanceof Instr.Loop loop) {
                loop(loop);
            } else if (instr instanceof Instr.If branch) {
                branch(branch);
            } else {
                builder.add(instr);
                if (instr.results().stream().anyMatch(activity::active)) {
                    new ForwardRules(builder, dots).apply(instr);
                }
            }
        }
    }

    /** What was defined in a region is not visible beyond it; its tangents are not either. */
    private Region region(List<Value> arguments, Region region, List<Integer> doubled, int at) {
        return builder.region(arguments, () -> {
            sweep(region);
            List<Value> results = new ArrayList<>(region.results().subList(0, at));
            doubled.stream()
                    .filter(i -> i < at)
                    .forEach(i -> results.add(dots.orZero(region.results().get(i))));
            results.addAll(region.results().subList(at, region.results().size()));
            doubled.stream()
                    .filter(i -> i >= at)
                    .forEach(i -> results.add(dots.orZero(region.results().get(i))));
            return results;
        });
    }

    private void branch(Instr.If branch) {
        List<Integer> doubled = new ArrayList<>();
        List<Value> results = new ArrayList<>(branch.results());
        for (int i = 0; i < branch.results().size(); i++) {
            if (activity.active(branch.results().get(i))) {
                doubled.add(i);
            }
        }
        int all = branch.results().size();
        Region then = region(List.of(), branch.then(), doubled, all);
        Region otherwise = region(List.of(), branch.otherwise(), doubled, all);
        doubled.forEach(i -> results.add(dots.seed(branch.results().get(i))));
        builder.add(new Instr.If(results, branch.condition(), then, otherwise));
    }

    /** The results, by number, that get a tangent: those that are active, and carries that the body reads so. */
    private List<Integer> doubled(Instr.Loop loop, LoopView view) {
        List<Integer> doubled = new ArrayList<>();
        for (int i = 0; i < loop.results().size(); i++) {
            boolean read = i < loop.carries().size()
                    && view.argument(i).filter(activity::active).isPresent();
            if (read || activity.active(loop.results().get(i))) {
                doubled.add(i);
            }
        }
        return doubled;
    }

    private void loop(Instr.Loop loop) {
        LoopView view = new LoopView(loop);
        int carried = loop.carries().size();
        List<Integer> doubled = doubled(loop, view);
        List<Carry> carries = new ArrayList<>(loop.carries());
        List<Instr.Sequence> sequences = new ArrayList<>(loop.sequences());
        List<Value> arguments = new ArrayList<>(List.of(view.index()));
        for (int i = 0; i < carried; i++) {
            view.argument(i).ifPresent(arguments::add);
        }
        for (int i : doubled.stream().filter(i -> i < carried).toList()) {
            carries.add(tangent(loop.carries().get(i)));
            view.argument(i).ifPresent(argument -> arguments.add(dots.seed(argument)));
        }
        for (int i = 0; i < loop.sequences().size(); i++) {
            arguments.add(view.row(i));
        }
        rows(loop, view, sequences, arguments);
        Region body = region(arguments, loop.body(), doubled, carried);
        List<Value> results = new ArrayList<>(loop.results().subList(0, carried));
        doubled.stream()
                .filter(i -> i < carried)
                .forEach(i -> results.add(dots.seed(loop.results().get(i))));
        results.addAll(loop.results().subList(carried, loop.results().size()));
        doubled.stream()
                .filter(i -> i >= carried)
                .forEach(i -> results.add(dots.seed(loop.results().get(i))));
        builder.add(new Instr.Loop(results, loop.axis(), loop.count(), loop.backward(), carries, sequences, body));
    }

    private Carry tangent(Carry carry) {
        Value start = dots.orZero(carry.initial());
        return carry.kind() == Carry.Kind.SUM ? Carry.sum(start) : Carry.delayed(start, carry.delay());
    }

    /** The rows of sequences that have tangents. */
    private void rows(Instr.Loop loop, LoopView view, List<Instr.Sequence> sequences, List<Value> arguments) {
        for (int i = 0; i < loop.sequences().size(); i++) {
            Instr.Sequence sequence = loop.sequences().get(i);
            if (activity.active(view.row(i)) && dots.of(sequence.of()).isPresent()) {
                sequences.add(new Instr.Sequence(dots.of(sequence.of()).get(), sequence.shift()));
                arguments.add(dots.seed(view.row(i)));
            }
        }
    }
}
