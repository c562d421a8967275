package dev.orbit.compiler.program;

import dev.orbit.compiler.function.Function1;
import dev.orbit.compiler.function.Function2;
import java.util.ArrayList;
import java.util.List;
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

    /** A number; for a shaped result it fills the shape. */
    record Constant(Value result, Literal literal) implements Instr {
        @Override
        public List<Value> results() {
            return List.of(result);
        }

        @Override
        public List<Value> operands() {
            return List.of();
        }
    }

    /** A count as a real number: {@code T} in an expression. */
    record Extent(Value result, Count count) implements Instr {
        @Override
        public List<Value> results() {
            return List.of(result);
        }

        @Override
        public List<Value> operands() {
            return count instanceof Count.Given given ? List.of(given.index()) : List.of();
        }
    }

    /** An index as a real number; {@code plus} is added first: {@code t} is the loop's index (from 0) plus the first t. */
    record Real(Value result, Value index, int plus) implements Instr {
        @Override
        public List<Value> results() {
            return List.of(result);
        }

        @Override
        public List<Value> operands() {
            return List.of(index);
        }
    }

    /** Elementwise function of one value. */
    record Map1(Value result, Function1 f, Value x) implements Instr {
        @Override
        public List<Value> results() {
            return List.of(result);
        }

        @Override
        public List<Value> operands() {
            return List.of(x);
        }
    }

    /** Elementwise function of two values of one shape, or of a scalar and a shaped value: the scalar broadcasts. */
    record Map2(Value result, Function2 f, Value x, Value y) implements Instr {
        @Override
        public List<Value> results() {
            return List.of(result);
        }

        @Override
        public List<Value> operands() {
            return List.of(x, y);
        }
    }

    /** Comparison of two scalars or two indices, as IEEE compares: false with a NaN, but for NOT_EQUAL. {@code known(y)} is y EQUAL y. */
    record Compare(Value result, Comparison op, Value x, Value y) implements Instr {
        @Override
        public List<Value> results() {
            return List.of(result);
        }

        @Override
        public List<Value> operands() {
            return List.of(x, y);
        }
    }

    /** Connective of truths: AND and OR of any number, NOT of one. */
    record Logic(Value result, Connective op, List<Value> args) implements Instr {
        public Logic {
            args = List.copyOf(args);
        }

        @Override
        public List<Value> results() {
            return List.of(result);
        }

        @Override
        public List<Value> operands() {
            return args;
        }
    }

    /** Product or factorisation of linear algebra; see {@link Product}. */
    record Linear(Value result, Product op, List<Value> args) implements Instr {
        public Linear {
            args = List.copyOf(args);
        }

        @Override
        public List<Value> results() {
            return List.of(result);
        }

        @Override
        public List<Value> operands() {
            return args;
        }
    }

    /** Rearrangement without arithmetic; see {@link Access}. */
    record View(Value result, Access op, List<Integer> bounds, List<Value> args) implements Instr {
        public View {
            bounds = List.copyOf(bounds);
            args = List.copyOf(args);
        }

        @Override
        public List<Value> results() {
            return List.of(result);
        }

        @Override
        public List<Value> operands() {
            return args;
        }
    }

    /** Reduction of all entries of a value to a scalar. */
    record Fold(Value result, Reduction op, Value x) implements Instr {
        @Override
        public List<Value> results() {
            return List.of(result);
        }

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
            if (count instanceof Count.Given given) {
                operands.add(given.index());
            }
            if (count instanceof Count.Rest rest) {
                operands.add(rest.segment());
            }
            return List.copyOf(operands);
        }

        @Override
        public List<Region> regions() {
            return List.of(body);
        }

        /** Body arguments of the STATE carries start at 1; sequences follow them. */
        public int states() {
            return (int)
                    carries.stream().filter(c -> c.kind() == Carry.Kind.STATE).count();
        }
    }

    /** A stack of which the iteration with index i reads row {@code i + shift}. */
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
        NOT_EQUAL
    }

    /** Connectives of truths. */
    enum Connective {
        AND,
        OR,
        NOT
    }

    /** Reductions of all entries; sums are left folds in row-major order from 0. Of nothing: 0, -inf, inf, -inf. */
    enum Reduction {
        SUM,
        MAX,
        MIN,
        LOGSUMEXP,
        /** The index (from 1) of the first entry that attains MAX; the result is an INDEX. */
        ARGMAX,
        /** The index (from 1) of the first entry that attains MIN; the result is an INDEX. */
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
