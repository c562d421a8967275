package dev.orbit.compiler.claim;

import dev.orbit.compiler.analyse.OpenAlgebra;
import dev.orbit.compiler.function.Function1;
import dev.orbit.compiler.function.Function2;
import dev.orbit.compiler.program.Abstract;
import dev.orbit.compiler.program.Instr;
import dev.orbit.compiler.program.Literal;
import dev.orbit.compiler.program.OrderedAlgebra;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Doubles that remember what they were computed from, and whether a small change of it would be passed on: where the partial
 * derivative is exactly zero it is not.
 */
final class FlowAlgebra implements OpenAlgebra<FlowNode>, OrderedAlgebra<FlowNode> {
    private final ValueAlgebra values = new ValueAlgebra();
    private final Map<String, Double> constants;
    private final List<FlowNode> nodes = new ArrayList<>();

    /** Numbers where constants of the spec are these. */
    FlowAlgebra(Map<String, Double> constants) {
        this.constants = Map.copyOf(constants);
    }

    /** Everything that was computed, in order: what is read comes before what reads it. */
    List<FlowNode> nodes() {
        return nodes;
    }

    private FlowNode node(double value, List<FlowNode.Read> reads, Optional<FlowNode.Mark> mark) {
        FlowNode node = new FlowNode(nodes.size(), value, reads, mark);
        nodes.add(node);
        return node;
    }

    /** The same number under a name; it keeps the name under which it was first known. */
    FlowNode marked(FlowNode node, FlowNode.Mark mark) {
        boolean known =
                node.mark().filter(had -> had.name().equals(mark.name())).isPresent();
        return known
                ? node
                : node(
                        node.value(),
                        List.of(new FlowNode.Read(node, true, Optional.empty(), Optional.empty())),
                        Optional.of(mark));
    }

    @Override
    public FlowNode literal(Literal literal) {
        if (literal.name().isEmpty()) {
            return constant(literal.value());
        }
        double value = constants.getOrDefault(literal.name(), literal.value());
        return node(value, List.of(), Optional.of(new FlowNode.Mark(literal.name(), 0)));
    }

    @Override
    public FlowNode constant(double value) {
        return node(value, List.of(), Optional.empty());
    }

    @Override
    public FlowNode pi() {
        return constant(Math.PI);
    }

    @Override
    public FlowNode apply(Function1 f, FlowNode x) {
        double value = values.apply(f, x.value());
        boolean live = f.derivative(values, x.value(), value) != 0;
        Optional<String> function = f == Function1.SQUARE ? Optional.of("the square") : f.word();
        return node(value, List.of(new FlowNode.Read(x, live, Optional.empty(), function)), Optional.empty());
    }

    @Override
    public FlowNode apply(Function2 f, FlowNode x, FlowNode y) {
        double value = values.apply(f, x.value(), y.value());
        boolean product = f == Function2.MULTIPLY || f == Function2.SCALE;
        List<FlowNode.Read> reads = new ArrayList<>();
        if (!product || !y.isNothing()) {
            boolean live = f.derivative1(values, x.value(), y.value(), value) != 0;
            reads.add(new FlowNode.Read(x, live, product ? Optional.of(y) : Optional.empty(), f.word()));
        }
        if (!product || !x.isNothing()) {
            boolean live = f.derivative2(values, x.value(), y.value(), value) != 0;
            reads.add(new FlowNode.Read(y, live, product ? Optional.of(x) : Optional.empty(), f.word()));
        }
        return node(value, reads, Optional.empty());
    }

    @Override
    public boolean holds(Instr.Comparison op, FlowNode x, FlowNode y) {
        return op.holds(x.value(), y.value());
    }

    @Override
    public FlowNode opaque(String function, List<Integer> by, List<FlowNode> arguments) {
        double value = values.opaque(
                function, by, arguments.stream().map(FlowNode::value).toList());
        List<FlowNode.Read> reads = arguments.stream()
                .map(argument -> new FlowNode.Read(argument, true, Optional.empty(), Optional.empty()))
                .toList();
        return node(value, reads, Optional.empty());
    }

    @Override
    public List<List<FlowNode>> call(Abstract f, Abstract.Order order, List<List<FlowNode>> arguments) {
        return OpenAlgebra.super.call(f, order, arguments);
    }
}
