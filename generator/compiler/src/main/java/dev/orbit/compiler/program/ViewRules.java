package dev.orbit.compiler.program;

import static dev.orbit.compiler.program.TypeRules.unless;

import dev.orbit.compiler.program.Instr.View;
import java.util.List;
import java.util.Optional;

/** How the types of a rearrangement belong together. */
final class ViewRules {
    private final View view;
    private final List<Type> args;
    private final Type result;

    private ViewRules(View view) {
        this.view = view;
        this.args = view.args().stream().map(Value::type).toList();
        this.result = view.result().type();
    }

    static Optional<String> problem(View view) {
        return new ViewRules(view).problem();
    }

    private Optional<String> problem() {
        if (args.isEmpty() && view.op() != Access.ROWS) {
            return Optional.of("a rearrangement has an argument");
        }
        boolean fits = switch (view.op()) {
            case SLICE -> count(1) && (numbers() || place()) && cut(shape(0), result.shape());
            case PAD -> count(1) && numbers() && cut(result.shape(), shape(0));
            case STACK -> numbers() && stack();
            case BESIDE -> numbers() && beside();
            case TRANSPOSE ->
                count(1) && numbers() && rank(0, 2) && result.shape().equals(reversed());
            case RESHAPE -> count(1) && sameEntries();
            case DIAGONAL -> count(1) && numbers() && rank(0, 1) && square(shape(0), result.shape());
            case DIAGONAL_OF -> count(1) && numbers() && result.shape().size() == 1 && square(result.shape(), shape(0));
            case BROADCAST -> count(1) && numbers() && rank(0, 0);
            case ENTRY -> indexed() && (isShape(args.get(0)) || place()) && part(args.get(0), result);
            case PUT -> count(3) && index() && args.get(0).equals(result) && part(result, args.get(2));
            case PAD_ENTRY -> indexed() && isShape(result) && isShape(args.get(0)) && part(result, args.get(0));
            case ADD_SLICE -> count(2) && numbers() && args.get(0).equals(result) && cut(result.shape(), shape(1));
            case ADD_ENTRY -> adds();
            case PUSH -> count(2) && numbers() && rank(0, 1) && rank(1, 0) && shape(0).equals(result.shape());
            case UNPUSH -> count(1) && numbers() && rank(0, 1) && shape(0).equals(result.shape());
            case PAD_ROWS -> count(1) && stacks(args.get(0)) && stacks(result) && sameRows();
            case ROW ->
                count(1) && stacks(args.get(0)) && bound() && args.get(0).row().agrees(result);
            case ROWS -> rows();
        };
        return unless(fits, "the shapes of a rearrangement fit");
    }

    private boolean count(int wanted) {
        return args.size() == wanted;
    }

    private List<Integer> shape(int arg) {
        return args.get(arg).shape();
    }

    private boolean rank(int arg, int wanted) {
        return shape(arg).size() == wanted;
    }

    private boolean numbers() {
        return isShape(result) && args.stream().allMatch(ViewRules::isShape);
    }

    /** One of several indices. */
    private boolean place() {
        return result.equals(Type.INDEX) && indices(args.get(0));
    }

    /** One index, or as many as there are factors. */
    private boolean indexed() {
        List<Integer> bounds = view.bounds();
        return count(bounds.isEmpty() ? 2 : bounds.size())
                && args.size() > 1
                && args.subList(1, args.size()).stream().allMatch(Type.INDEX::equals);
    }

    private boolean adds() {
        List<Integer> bounds = view.bounds();
        return count(bounds.isEmpty() ? 3 : bounds.size() + 1)
                && args.get(0).equals(result)
                && isShape(result)
                && part(result, args.get(1))
                && args.subList(2, args.size()).stream().allMatch(Type.INDEX::equals);
    }

    private boolean sameEntries() {
        return result.isReal()
                && args.get(0).isReal()
                && result.fixedSize().isPresent()
                && result.fixedSize().equals(args.get(0).fixedSize());
    }

    private static boolean indices(Type type) {
        return type.element() == Type.Element.INDEX && type.stacked().isEmpty();
    }

    private static boolean isShape(Type type) {
        return type.isReal() && type.stacked().isEmpty();
    }

    private static boolean stacks(Type type) {
        return !type.stacked().isEmpty();
    }

    private List<Integer> reversed() {
        return List.of(shape(0).get(1), shape(0).get(0));
    }

    private static boolean square(List<Integer> vector, List<Integer> matrix) {
        return matrix.equals(List.of(vector.get(0), vector.get(0)));
    }

    /** Whether the bounds cut the part out of the whole; a size of 1 may be dropped from the part's shape. */
    private boolean cut(List<Integer> whole, List<Integer> part) {
        List<Integer> bounds = view.bounds();
        if (whole.isEmpty() || bounds.size() != 2 * whole.size()) {
            return false;
        }
        int size = 1;
        for (int i = 0; i < whole.size(); i++) {
            int from = bounds.get(2 * i);
            int to = bounds.get(2 * i + 1);
            if (from < 0 || from > to || to > whole.get(i)) {
                return false;
            }
            size *= to - from;
        }
        int entries = part.stream().reduce(1, (x, y) -> x * y);
        boolean keepsRank = part.size() < whole.size() || part.get(0) == bounds.get(1) - bounds.get(0);
        return part.size() <= whole.size() && keepsRank && size == entries;
    }

    private boolean stack() {
        int rows = 0;
        for (Type arg : args) {
            int rank = arg.shape().size();
            if (result.shape().size() == 2) {
                boolean fits = rank > 0
                        && arg.shape().get(rank - 1).equals(result.shape().get(1));
                if (!fits) {
                    return false;
                }
                rows += rank == 2 ? arg.shape().get(0) : 1;
            } else {
                rows += arg.size();
            }
        }
        boolean vectors = result.shape().size() == 2
                || (result.shape().size() == 1
                        && args.stream().allMatch(arg -> arg.shape().size() < 2));
        return vectors && rows == result.shape().get(0);
    }

    private boolean beside() {
        int columns = 0;
        for (Type arg : args) {
            int rank = arg.shape().size();
            if (rank == 0
                    || result.shape().size() != 2
                    || !arg.shape().get(0).equals(result.shape().get(0))) {
                return false;
            }
            columns += rank == 2 ? arg.shape().get(1) : 1;
        }
        return columns == result.shape().get(1);
    }

    private boolean index() {
        return args.get(1).equals(Type.INDEX) && isShape(result) && isShape(args.get(0));
    }

    /** Whether the part is one entry of a vector or one row of a matrix. */
    private static boolean part(Type whole, Type part) {
        int rank = whole.shape().size();
        return rank > 0 && part.shape().equals(whole.shape().subList(1, rank));
    }

    private boolean sameRows() {
        return view.bounds().size() == 1 && args.get(0).row().agrees(result.row());
    }

    private boolean bound() {
        int row = view.bounds().size() == 1 ? view.bounds().get(0) : -1;
        boolean inside = !(args.get(0).stacked().get(0) instanceof Count.Fixed rows) || row < rows.number();
        return row >= 0 && inside;
    }

    private boolean rows() {
        Count count = new Count.Fixed(args.size());
        return args.stream().allMatch(arg -> arg.stackedOver(count).agrees(result));
    }
}
