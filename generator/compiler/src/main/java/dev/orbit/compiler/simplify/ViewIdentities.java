package dev.orbit.compiler.simplify;

import dev.orbit.compiler.program.Access;
import dev.orbit.compiler.program.Count;
import dev.orbit.compiler.program.Instr;
import dev.orbit.compiler.program.Instr.View;
import dev.orbit.compiler.program.Literal;
import dev.orbit.compiler.program.Type;
import dev.orbit.compiler.program.Value;
import java.util.List;
import java.util.Optional;

/** Rearrangements that undo one another, that keep everything, or that rearrange one number. */
final class ViewIdentities implements Rule {
    @Override
    public Optional<List<Value>> rewrite(Instr instr, Site site) {
        if (!(instr instanceof View view) || view.args().isEmpty()) {
            return Optional.empty();
        }
        return number(view, site)
                .map(literal -> site.constant(literal, view.result()))
                .or(() -> undone(view, site))
                .map(List::of);
    }

    /** The number that fills the result because it fills all that is rearranged. */
    private static Optional<Literal> number(View view, Site site) {
        Optional<Literal> first = site.literal(view.args().get(0));
        boolean keeps = switch (view.op()) {
            case SLICE, TRANSPOSE, DIAGONAL_OF, RESHAPE, BROADCAST, ENTRY, ROW -> true;
            case STACK, BESIDE, ROWS, PUSH ->
                view.args().stream().allMatch(arg -> site.literal(arg).equals(first));
            case PUT -> site.literal(view.args().get(2)).equals(first);
            // these bring zeros of their own: see ZerosAndOnes
            case PAD, DIAGONAL, PAD_ENTRY, PAD_ROWS, UNPUSH, ADD_SLICE, ADD_ENTRY -> false;
        };
        return keeps ? first : Optional.empty();
    }

    private static Optional<Value> undone(View view, Site site) {
        Value x = view.args().get(0);
        Type type = view.result().type();
        return switch (view.op()) {
            case SLICE -> isAll(view.bounds(), x.type()) && x.type().equals(type) ? Optional.of(x) : sliced(view, site);
            case STACK, BESIDE -> view.args().size() == 1 && x.type().equals(type) ? Optional.of(x) : Optional.empty();
            case TRANSPOSE ->
                site.view(Access.TRANSPOSE, x).map(inner -> inner.args().get(0));
            case DIAGONAL_OF ->
                site.view(Access.DIAGONAL, x).map(inner -> inner.args().get(0));
            case RESHAPE -> x.type().equals(type) ? Optional.of(x) : reshaped(view, site);
            case BROADCAST -> x.type().equals(type) ? Optional.of(x) : Optional.empty();
            case ROW ->
                site.view(Access.ROWS, x)
                        .map(inner -> inner.args().get(view.bounds().get(0)));
            case PAD_ROWS ->
                x.type().equals(type) && type.stacked().get(0) instanceof Count.Fixed
                        ? Optional.of(x)
                        : Optional.empty();
            case PAD -> isAll(view.bounds(), type) && x.type().equals(type) ? Optional.of(x) : Optional.empty();
            case DIAGONAL, ENTRY, PUT, PAD_ENTRY, PUSH, UNPUSH, ROWS, ADD_SLICE, ADD_ENTRY -> Optional.empty();
        };
    }

    private static Optional<Value> reshaped(View view, Site site) {
        return site.view(Access.RESHAPE, view.args().get(0))
                .map(inner -> site.view(Access.RESHAPE, List.of(), inner.args(), view.result()));
    }

    private static boolean isAll(List<Integer> bounds, Type type) {
        boolean all = bounds.size() == 2 * type.shape().size();
        for (int i = 0; all && i < type.shape().size(); i++) {
            all = bounds.get(2 * i) == 0
                    && bounds.get(2 * i + 1).equals(type.shape().get(i));
        }
        return all;
    }

    /** Part of what was put together: the part itself, where it is one. */
    private static Optional<Value> sliced(View view, Site site) {
        Value x = view.args().get(0);
        Type type = view.result().type();
        Optional<Value> padded = site.view(Access.PAD, x)
                .filter(pad -> pad.bounds().equals(view.bounds()))
                .map(pad -> pad.args().get(0))
                .filter(part -> part.type().equals(type));
        Optional<Value> stacked = site.view(Access.STACK, x)
                .filter(stack -> view.bounds().size() == 2)
                .flatMap(stack -> part(stack, view));
        Optional<Value> spread = site.view(Access.BROADCAST, x)
                .map(broadcast -> site.fill(broadcast.args().get(0), view.result()));
        return padded.or(() -> stacked).or(() -> spread);
    }

    /** A part that is a scalar has no bounds to be cut at. */
    private static Optional<Value> part(View stack, View slice) {
        int from = 0;
        for (Value part : stack.args()) {
            int to = from + part.type().size();
            if (slice.bounds().equals(List.of(from, to))
                    && part.type().equals(slice.result().type())) {
                return Optional.of(part);
            }
            from = to;
        }
        return Optional.empty();
    }
}
