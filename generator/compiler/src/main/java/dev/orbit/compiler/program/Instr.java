package dev.orbit.compiler.program;

import dev.orbit.compiler.function.Function1;
import dev.orbit.compiler.function.Function2;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** One instruction: pure, it defines its results from its operands. */
public sealed interface Instr {
    /** The values that this instruction defines. */
    List<Value> results();

    /** Operands read by this instruction itself, in order; what regions inside read from outside is not among them. */
    List<Value> operands();

    /** Regions inside, in order. */
    default List<Region> regions() {
        return List.of();
    }

    /** An instruction with one result. */
    sealed interface Single extends Instr {
        Value result();

        @Override
        default List<Value> results() {
            return List.of(result());
        }
    }

    /**
     * A number; it fills the type of the result, stacks included. An INDEX is a whole number; a TRUTH is 1 or 0. What is
     * structurally zero or one after unrolling or differentiating is a constant, too.
     */
    record Constant(Value result, Literal literal) implements Single {
        /** What must be known to know how many rows there are. */
        @Override
        public List<Value> operands() {
            return result.type().counts();
        }
    }

    /** A count as a real number: {@code T} in an expression. */
    record Extent(Value result, Count count) implements Single {
        @Override
        public List<Value> operands() {
            return count.values();
        }
    }

    /** An index as a real number; {@code plus} is added first: {@code t} is the loop's index (from 0) plus the first t. */
    record Real(Value result, Value index, int plus) implements Single {
        @Override
        public List<Value> operands() {
            return List.of(index);
        }
    }

    /** Elementwise function of one value, which may be a stack. */
    record Map1(Value result, Function1 f, Value x) implements Single {
        @Override
        public List<Value> operands() {
            return List.of(x);
        }
    }

    /**
     * Elementwise function of two values of one type, or of a scalar and a shaped value: the scalar broadcasts. Of stacks
     * row by row, with one row each.
     */
    record Map2(Value result, Function2 f, Value x, Value y) implements Single {
        @Override
        public List<Value> operands() {
            return List.of(x, y);
        }
    }

    /** Comparison of two scalars or two indices, as IEEE compares: false with a NaN, but for NOT_EQUAL. {@code known(y)} is y EQUAL y. */
    record Compare(Value result, Comparison op, Value x, Value y) implements Single {
        @Override
        public List<Value> operands() {
            return List.of(x, y);
        }
    }

    /** Connective of truths: AND and OR of any number, NOT of one. */
    record Logic(Value result, Connective op, List<Value> args) implements Single {
        public Logic {
            args = List.copyOf(args);
        }

        @Override
        public List<Value> operands() {
            return args;
        }
    }

    /** Product or factorisation of linear algebra; see {@link Product}. */
    record Linear(Value result, Product op, List<Value> args) implements Single {
        public Linear {
            args = List.copyOf(args);
        }

        @Override
        public List<Value> operands() {
            return args;
        }
    }

    /** Rearrangement without arithmetic; see {@link Access}. */
    record View(Value result, Access op, List<Integer> bounds, List<Value> args) implements Single {
        public View {
            bounds = List.copyOf(bounds);
            args = List.copyOf(args);
        }

        @Override
        public List<Value> operands() {
            if (op != Access.PAD_ROWS) {
                return args;
            }
            List<Value> operands = new ArrayList<>(args);
            operands.addAll(result.type().counts());
            return List.copyOf(operands);
        }
    }

    /** Reduction of all entries of a value to a scalar. */
    record Fold(Value result, Reduction op, Value x) implements Single {
        @Override
        public List<Value> operands() {
            return List.of(x);
        }
    }

    /** Call of an abstract function; see {@link Abstract.Order}. */
    record Call(List<Value> results, Abstract f, Abstract.Order order, List<Value> args) implements Instr {
        public Call {
            results = List.copyOf(results);
            args = List.copyOf(args);
        }

        @Override
        public List<Value> operands() {
            return args;
        }
    }

    /** Runs one of two regions, which take no arguments; the other is not evaluated. Results as the regions' results. */
    record If(List<Value> results, Value condition, Region then, Region otherwise) implements Instr {
        public If {
            results = List.copyOf(results);
        }

        @Override
        public List<Value> operands() {
            return List.of(condition);
        }

        @Override
        public List<Region> regions() {
            return List.of(then, otherwise);
        }
    }

    /**
     * A loop. The body's arguments are: the index (INDEX, from 0; a backward loop runs it from count - 1 down to 0), one
     * value for each STATE carry, one row for each sequence. The body's results are: for each carry what is next (STATE)
     * or what is added (SUM), then what is collected. The loop's results are: for each carry its final value (the last
     * yielded, or {@code initial} when there was no iteration), then for each collected value its stack, where row i is
     * from the iteration with index i, whatever the direction.
     *
     * <p>A loop over SEGMENTS, counted by {@code Quotient(of, by)}, cuts its sequences instead of taking single rows, unless
     * they have one row for each segment: the iteration with index i sees the rows from {@code i * by + shift} on as a
     * stack over {@code Rest(of, by, i)}, and what it collects of that type is joined to one stack over {@code of}. A loop over EXAMPLES is where the open
     * dimension may differ from iteration to iteration: it is the number of rows of what the iteration sees.
     */
    record Loop(
            List<Value> results,
            Axis axis,
            Count count,
            boolean backward,
            List<Carry> carries,
            List<Sequence> sequences,
            Region body)
            implements Instr {
        public Loop {
            results = List.copyOf(results);
            carries = List.copyOf(carries);
            sequences = List.copyOf(sequences);
        }

        @Override
        public List<Value> operands() {
            List<Value> operands = new ArrayList<>();
            carries.forEach(carry -> operands.add(carry.initial()));
            sequences.forEach(sequence -> operands.add(sequence.of()));
            operands.addAll(count.values());
            return List.copyOf(operands);
        }

        @Override
        public List<Region> regions() {
            return List.of(body);
        }

        /** How many carries are states: the body's arguments 1 to {@code states()}; the sequences' rows follow them. */
        public int states() {
            return (int) carries.stream().filter(Carry::isState).count();
        }

        /** The body's argument that counts the iterations. */
        public Value index() {
            return body.arguments().get(0);
        }

        /** For each carry the body's argument for it, which sums do not have. */
        public List<Optional<Value>> carried() {
            List<Optional<Value>> carried = new ArrayList<>();
            int next = 1;
            for (Carry carry : carries) {
                carried.add(carry.isState() ? Optional.of(body.arguments().get(next++)) : Optional.empty());
            }
            return List.copyOf(carried);
        }

        /** The body's arguments for the rows of the sequences, in order. */
        public List<Value> rows() {
            return body.arguments().subList(1 + states(), body.arguments().size());
        }

        /** What the body hands back to be stacked, in order. */
        public List<Value> collected() {
            return body.results().subList(carries.size(), body.results().size());
        }

        /** The loop's results that are stacks, in order. */
        public List<Value> stacks() {
            return results.subList(carries.size(), results.size());
        }
    }

    /** A stack of which the iteration with index i reads row {@code i + shift}; that row exists. */
    record Sequence(Value of, int shift) {}

    /** What a loop runs over. */
    enum Axis {
        EXAMPLES,
        SEGMENTS,
        STEPS,
        REPEATS
    }

    /** Comparisons of IEEE 754. */
    enum Comparison {
        LESS,
        LESS_EQUAL,
        GREATER,
        GREATER_EQUAL,
        EQUAL,
        NOT_EQUAL;

        /** Whether it holds between two doubles. */
        public boolean holds(double x, double y) {
            return switch (this) {
                case LESS -> x < y;
                case LESS_EQUAL -> x <= y;
                case GREATER -> x > y;
                case GREATER_EQUAL -> x >= y;
                case EQUAL -> x == y;
                case NOT_EQUAL -> x != y;
            };
        }
    }

    /** Connectives of truths. */
    enum Connective {
        AND,
        OR,
        NOT
    }

    /**
     * Reductions of all entries in row-major order. SUM, MAX and MIN are left folds from 0, -inf and inf. LOGSUMEXP is
     * {@code m + log(sum of exp(x - m))} with the MAX m, and m itself where m is infinite.
     */
    enum Reduction {
        SUM,
        MAX,
        MIN,
        LOGSUMEXP,
        /** Euclidean norm, 0 of nothing. */
        NORM,
        /** The index (from 1) of the first entry that no other exceeds; of nothing 0. The result is an INDEX. */
        ARGMAX,
        /** The index (from 1) of the first entry that exceeds no other; of nothing 0. The result is an INDEX. */
        ARGMIN
    }

    /** The total fold: one case each. */
    record Cases<R>(
            Function<Constant, R> constant,
            Function<Extent, R> extent,
            Function<Real, R> real,
            Function<Map1, R> map1,
            Function<Map2, R> map2,
            Function<Compare, R> compare,
            Function<Logic, R> logic,
            Function<Linear, R> linear,
            Function<View, R> view,
            Function<Fold, R> fold,
            Function<Call, R> call,
            Function<If, R> branch,
            Function<Loop, R> loop) {}

    default <R> R match(Cases<R> cases) {
        if (this instanceof Constant constant) {
            return cases.constant().apply(constant);
        } else if (this instanceof Extent extent) {
            return cases.extent().apply(extent);
        } else if (this instanceof Real real) {
            return cases.real().apply(real);
        } else if (this instanceof Map1 map) {
            return cases.map1().apply(map);
        } else if (this instanceof Map2 map) {
            return cases.map2().apply(map);
        } else if (this instanceof Compare compare) {
            return cases.compare().apply(compare);
        } else if (this instanceof Logic logic) {
            return cases.logic().apply(logic);
        } else if (this instanceof Linear linear) {
            return cases.linear().apply(linear);
        } else if (this instanceof View view) {
            return cases.view().apply(view);
        } else if (this instanceof Fold fold) {
            return cases.fold().apply(fold);
        } else if (this instanceof Call call) {
            return cases.call().apply(call);
        } else if (this instanceof If branch) {
            return cases.branch().apply(branch);
        }
        return cases.loop().apply((Loop) this);
    }
}
