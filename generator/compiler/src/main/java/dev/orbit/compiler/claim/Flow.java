package dev.orbit.compiler.claim;

import static java.util.Objects.requireNonNull;

import dev.orbit.compiler.lower.Lower;
import dev.orbit.compiler.model.Model;
import dev.orbit.compiler.model.Statement;
import dev.orbit.compiler.model.Symbol;
import dev.orbit.compiler.program.Datum;
import dev.orbit.compiler.program.Evaluator;
import dev.orbit.compiler.program.Instr;
import dev.orbit.compiler.program.Program;
import dev.orbit.compiler.program.Region;
import dev.orbit.compiler.program.Value;
import dev.orbit.compiler.source.SourceFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is computed from what, in one evaluation of a model's loss.
 *
 * @param nodes all numbers, what is read before what reads it
 * @param inputs the entries of parameters and data, unmarked
 * @param losses loss and penalty
 */
record Flow(List<FlowNode> nodes, Map<Symbol, List<FlowNode>> inputs, List<FlowNode> losses) {
    private static final Set<Program.Purpose> WANTED = Set.of(Program.Purpose.LOSS, Program.Purpose.PENALTY);

    Flow {
        nodes = List.copyOf(nodes);
        losses = List.copyOf(losses);
    }

    /** The evaluation at a point. The program is as it was written: values have the author's names in it. */
    static Flow of(Model model, StartPoint point) {
        Program program = Lower.lower(model, WANTED);
        FlowAlgebra algebra = new FlowAlgebra(point.constants());
        Map<Symbol, List<FlowNode>> inputs = new LinkedHashMap<>();
        List<Datum<FlowNode>> arguments = new ArrayList<>();
        point.arguments().forEach((symbol, datum) -> {
            List<FlowNode> entries = new ArrayList<>();
            arguments.add(datum.map(value -> {
                FlowNode node = algebra.constant(value);
                entries.add(node);
                return node;
            }));
            inputs.put(symbol, entries);
        });
        Marking marking = new Marking(algebra, names(model), stepIndices(program.body()));
        List<Datum<FlowNode>> results = new Evaluator<>(algebra, marking).evaluate(program, arguments, point.open());
        List<FlowNode> losses = new ArrayList<>();
        for (int i = 0; i < results.size(); i++) {
            String name = program.outputs().get(i).purpose() == Program.Purpose.LOSS ? "the loss" : "the penalty";
            losses.add(algebra.marked(results.get(i).number(), new FlowNode.Mark(name, 0)));
        }
        return new Flow(algebra.nodes(), inputs, losses);
    }

    /** Names of the spec: others are the compiler's. */
    private static Set<String> names(Model model) {
        Set<String> names = new LinkedHashSet<>();
        model.parameters().forEach(parameter -> names.add(parameter.symbol().name()));
        model.data().forEach(datum -> names.add(datum.symbol().name()));
        model.lets().forEach(let -> names.add(let.symbol().name()));
        model.states().forEach(state -> names.add(state.symbol().name()));
        model.outputs().forEach(output -> names.add(output.symbol().name()));
        names(model.step(), model.source(), names);
        return names;
    }

    /** What a stacked right-hand side is called that is taken apart is not in the source. */
    private static void names(List<Statement> statements, SourceFile source, Set<String> names) {
        for (Statement statement : statements) {
            if (statement instanceof Statement.Define define) {
                String name = define.intermediate().name();
                if (source.slice(define.intermediate().span()).equals(name)) {
                    names.add(name);
                }
            } else if (statement instanceof Statement.Predict predict) {
                names.add(predict.output().symbol().name());
            } else if (statement instanceof Statement.Branch branch) {
                branch.arms().forEach(arm -> names(arm.statements(), source, names));
                names(branch.otherwise(), source, names);
            }
        }
    }

    private static Set<Value> stepIndices(Region region) {
        Set<Value> indices = new LinkedHashSet<>();
        for (Instr instr : region.instrs()) {
            if (instr instanceof Instr.Loop loop && loop.axis() == Instr.Axis.STEPS) {
                indices.add(loop.index());
            }
            instr.regions().forEach(inner -> indices.addAll(stepIndices(inner)));
        }
        return indices;
    }

    /** Marks what has a name of the spec, with the step. */
    private static final class Marking implements Evaluator.Watch<FlowNode> {
        private final FlowAlgebra algebra;
        private final Set<String> names;
        private final Set<Value> indices;
        private int step;

        Marking(FlowAlgebra algebra, Set<String> names, Set<Value> indices) {
            this.algebra = algebra;
            this.names = names;
            this.indices = indices;
        }

        @Override
        public Datum<FlowNode> defined(Value value, Datum<FlowNode> datum) {
            if (indices.contains(value)) {
                step = datum.index() + 1;
            }
            String name = value.hint().replace("'", "");
            return names.contains(name) && value.type().isReal()
                    ? datum.map(node -> algebra.marked(node, new FlowNode.Mark(name, step)))
                    : datum;
        }
    }

    /** Whether each number moves when the entries of a parameter do. */
    boolean[] movedBy(Symbol parameter) {
        boolean[] moved = new boolean[nodes.size()];
        requireNonNull(inputs.get(parameter)).forEach(entry -> moved[entry.number()] = true);
        for (FlowNode node : nodes) {
            moved[node.number()] |= node.reads().stream()
                    .anyMatch(read -> read.live() && moved[read.of().number()]);
        }
        return moved;
    }

    /** Whether the loss is computed from each number, if only by a way on which nothing is passed on. */
    boolean[] read() {
        boolean[] read = new boolean[nodes.size()];
        losses.forEach(loss -> read[loss.number()] = true);
        for (int i = nodes.size() - 1; i >= 0; i--) {
            FlowNode node = nodes.get(i);
            if (read[i]) {
                node.reads().forEach(each -> read[each.of().number()] = true);
            }
        }
        return read;
    }

    /** For each number the named values that are computed from it without another named value between. */
    List<Set<FlowNode>> named() {
        List<Set<FlowNode>> named = new ArrayList<>();
        nodes.forEach(node -> named.add(new LinkedHashSet<>()));
        for (int i = nodes.size() - 1; i >= 0; i--) {
            FlowNode node = nodes.get(i);
            Set<FlowNode> here = node.mark().isPresent() ? Set.of(node) : named.get(i);
            node.reads().forEach(read -> named.get(read.of().number()).addAll(here));
        }
        return named;
    }

    /** The name of a number, or of what it is computed from where that is one named value. */
    static Optional<FlowNode.Mark> nameOf(FlowNode node) {
        FlowNode at = node;
        while (at.mark().isEmpty() && at.reads().size() == 1) {
            at = at.reads().get(0).of();
        }
        return at.mark();
    }
}
