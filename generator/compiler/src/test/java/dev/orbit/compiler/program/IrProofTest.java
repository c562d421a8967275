package dev.orbit.compiler.program;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.orbit.compiler.function.Function1;
import dev.orbit.compiler.program.Instr.Axis;
import dev.orbit.compiler.program.Instr.Comparison;
import dev.orbit.compiler.program.Instr.Reduction;
import dev.orbit.compiler.program.Program.Purpose;
import dev.orbit.compiler.program.Program.Role;
import dev.orbit.compiler.reference.DoubleDouble;
import dev.orbit.compiler.reference.Dual;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * The intermediate representation says what later issues need: programs with their gradients written by hand, run, and
 * compared with dual numbers.
 */
class IrProofTest {
    private static final int DIGITS = 24;

    private static Datum<Double> random(Random random, int size) {
        return Datum.of(random.doubles(size, -0.9, 0.9).toArray());
    }

    private static Datum<Double> stack(List<Datum<Double>> rows) {
        return new Datum.Stack<>(rows);
    }

    /** 1 - t^2 as (1 - t)(1 + t). */
    private static Value tanhSlope(Builder on, Value t) {
        Value one = on.constant(1);
        return on.multiply(on.subtract(one, t), on.add(one, t));
    }

    /** y' = a h + w, h' = tanh(b x + c y + d h) with vectors and matrices; loss |y_true - y|^2. */
    private static Program blockSeed() {
        Draft draft = new Draft();
        Builder on = draft.on;
        Value a = draft.parameter("a", Type.matrix(3, 2));
        Value b = draft.parameter("b", Type.matrix(2, 4));
        Value c = draft.parameter("c", Type.matrix(2, 3));
        Value d = draft.parameter("d", Type.matrix(2, 2));
        Value x = draft.input(Role.INPUT, "x", Type.vector(4));
        Value w = draft.input(Role.INPUT, "w", Type.vector(3));
        Value h0 = draft.input(Role.INPUT, "h0", Type.vector(2));
        Value yTrue = draft.input(Role.TARGET, "y_true", Type.vector(3));
        Value bx = on.linear(Product.MATRIX, Type.vector(2), b, x);
        Value zero = draft.zero(Type.vector(3));
        List<Value> forward = draft.loop(
                Axis.STEPS, Draft.STEPS, false, List.of(Carry.state(zero), Carry.state(h0)), List.of(), at -> {
                    Value y = at.get(1);
                    Value h = at.get(2);
                    Value yNext = on.add(on.linear(Product.MATRIX, y.type(), a, h), w);
                    Value cy = on.linear(Product.MATRIX, h.type(), c, y);
                    Value dh = on.linear(Product.MATRIX, h.type(), d, h);
                    Value hNext = on.apply(Function1.TANH, on.add(on.add(bx, cy), dh));
                    return List.of(yNext, hNext, y, h, hNext);
                });
        Value error = on.subtract(yTrue, forward.get(0));
        draft.output(Purpose.LOSS, "", on.linear(Product.DOT, Type.SCALAR, error, error));
        Value yBar = on.multiply(on.constant(-2), error);
        List<Carry> carries = List.of(
                Carry.state(yBar),
                Carry.state(draft.zero(h0.type())),
                Carry.sum(draft.zero(a.type())),
                Carry.sum(draft.zero(h0.type())),
                Carry.sum(draft.zero(c.type())),
                Carry.sum(draft.zero(d.type())));
        List<Value> backward = draft.loop(Axis.STEPS, Draft.STEPS, true, carries, forward.subList(2, 5), at -> {
            Value later = at.get(1);
            Value uBar = on.multiply(at.get(2), tanhSlope(on, at.get(5)));
            Value ofA = on.linear(Product.MATRIX_TRANSPOSED, h0.type(), a, later);
            Value ofD = on.linear(Product.MATRIX_TRANSPOSED, h0.type(), d, uBar);
            return List.of(
                    on.linear(Product.MATRIX_TRANSPOSED, w.type(), c, uBar),
                    on.add(ofA, ofD),
                    on.linear(Product.OUTER, a.type(), later, at.get(4)),
                    uBar,
                    on.linear(Product.OUTER, c.type(), uBar, at.get(3)),
                    on.linear(Product.OUTER, d.type(), uBar, at.get(4)));
        });
        draft.output(Purpose.GRADIENT, "a", backward.get(2));
        draft.output(Purpose.GRADIENT, "b", on.linear(Product.OUTER, b.type(), backward.get(3), x));
        draft.output(Purpose.GRADIENT, "c", backward.get(4));
        draft.output(Purpose.GRADIENT, "d", backward.get(5));
        draft.output(Purpose.GRADIENT, "h0", backward.get(1));
        return draft.program();
    }

    @Test
    void theBlockSeedReversesWithMatrices() {
        Random random = new Random(1);
        List<Datum<Double>> arguments = new ArrayList<>();
        for (int size : new int[] {6, 8, 6, 4, 4, 3, 2, 3}) {
            arguments.add(random(random, size));
        }
        Program program = blockSeed();
        Program threeSteps = fixed(program, 3);
        GradientWitness.agrees(threeSteps, arguments, DIGITS);
        GradientWitness.agrees(fixed(program, 0), arguments, DIGITS);
    }

    /** The same program with a known number of steps. */
    private static Program fixed(Program program, int steps) {
        Count known = new Count.Fixed(steps);
        Renaming typed = new Renaming(value -> retyped(value, known), value -> retyped(value, known));
        Region body = typed.apply(program.body());
        List<Instr> instrs = body.instrs().stream()
                .map(instr -> instr instanceof Instr.Loop loop && loop.count().equals(Draft.STEPS)
                        ? new Instr.Loop(
                                loop.results(),
                                loop.axis(),
                                known,
                                loop.backward(),
                                loop.carries(),
                                loop.sequences(),
                                loop.body())
                        : instr)
                .toList();
        return new Program(program.inputs(), new Region(body.arguments(), instrs, body.results()), program.outputs());
    }

    private static Value retyped(Value value, Count known) {
        Type type = value.type();
        List<Count> stacked = type.stacked().stream()
                .map(count -> count.equals(Draft.STEPS) ? known : count)
                .toList();
        return new Value(value.id(), new Type(type.element(), type.shape(), stacked), value.hint(), value.origin());
    }

    /** v' = p v + q r from v = x, loss the sum of v'^2, summed over examples of different lengths. */
    @Test
    void aBatchIsALoopOverExamplesWhoseCarriesAreSums() {
        Draft draft = new Draft();
        Builder on = draft.on;
        Count examples = new Count.Dimension("examples");
        Value p = draft.parameter("p");
        Value q = draft.parameter("q");
        Value xs = draft.input(Role.INPUT, "x", Type.SCALAR.stackedOver(examples));
        Value rs = draft.input(
                Role.INPUT, "r", Type.SCALAR.stackedOver(Draft.STEPS).stackedOver(examples));
        Value zero = on.constant(0);
        List<Carry> sums = List.of(Carry.sum(zero), Carry.sum(zero), Carry.sum(zero));
        List<Value> batch = draft.loop(Axis.EXAMPLES, examples, false, sums, List.of(xs, rs), at -> {
            Value r = at.get(2);
            List<Value> forward = draft.loop(
                    Axis.STEPS,
                    Draft.STEPS,
                    false,
                    List.of(Carry.state(at.get(1)), Carry.sum(zero)),
                    List.of(r),
                    step -> {
                        Value next = on.add(on.multiply(p, step.get(1)), on.multiply(q, step.get(2)));
                        return List.of(next, on.square(next), step.get(1), next);
                    });
            List<Value> backward = draft.loop(
                    Axis.STEPS,
                    Draft.STEPS,
                    true,
                    List.of(Carry.state(zero), Carry.sum(zero), Carry.sum(zero)),
                    List.of(r, forward.get(2), forward.get(3)),
                    step -> {
                        Value bar = on.add(step.get(1), on.multiply(on.constant(2), step.get(4)));
                        return List.of(
                                on.multiply(p, bar),
                                on.multiply(bar, step.get(3)),
                                on.multiply(bar, step.get(2)),
                                on.multiply(q, bar));
                    });
            return List.of(forward.get(1), backward.get(1), backward.get(2), backward.get(0), backward.get(3));
        });
        draft.output(Purpose.LOSS, "", batch.get(0));
        draft.output(Purpose.GRADIENT, "p", batch.get(1));
        draft.output(Purpose.GRADIENT, "q", batch.get(2));
        draft.output(Purpose.GRADIENT, "x", batch.get(3));
        draft.output(Purpose.GRADIENT, "r", batch.get(4));
        Program program = draft.program();

        Datum<Double> ragged =
                stack(List.of(Datum.column(.3, -.5, .2), Datum.column(), Datum.column(.7), Datum.column(.1, .9)));
        List<Datum<Double>> arguments = List.of(Datum.of(.8), Datum.of(-.6), Datum.column(.5, .25, -1, 2), ragged);
        GradientWitness.agrees(program, arguments, DIGITS);
        GradientWitness.agrees(
                program,
                List.of(Datum.of(.8), Datum.of(-.6), Datum.column(.5), stack(List.of(Datum.column(.1)))),
                DIGITS);
    }

    /** h' = tanh(p h + u) over steps, kept at the start of each segment of three and computed again inside. */
    @Test
    void aStripMinedLoopComputesItsSegmentsAgain() {
        Draft draft = new Draft();
        Builder on = draft.on;
        Value p = draft.parameter("p");
        Value h0 = draft.parameter("h0");
        Value us = draft.input(Role.INPUT, "u", Type.SCALAR.stackedOver(Draft.STEPS));
        Count segments = new Count.Quotient(Draft.STEPS, 3);
        Value zero = on.constant(0);
        List<Value> forward =
                draft.loop(Axis.SEGMENTS, segments, false, List.of(Carry.state(h0)), List.of(us), segment -> {
                    Count rest = new Count.Rest(Draft.STEPS, 3, segment.get(0));
                    List<Value> last = draft.loop(
                            Axis.STEPS,
                            rest,
                            false,
                            List.of(Carry.state(segment.get(1))),
                            List.of(segment.get(2)),
                            step -> List.of(next(on, p, step.get(1), step.get(2))));
                    return List.of(last.get(0), segment.get(1));
                });
        draft.output(Purpose.LOSS, "", on.square(forward.get(0)));
        Value hBar = on.multiply(on.constant(2), forward.get(0));
        List<Value> backward = draft.loop(
                Axis.SEGMENTS,
                segments,
                true,
                List.of(Carry.state(hBar), Carry.sum(zero)),
                List.of(us, forward.get(1)),
                segment -> segmentAdjoint(draft, p, segment));
        draft.output(Purpose.GRADIENT, "p", backward.get(1));
        draft.output(Purpose.GRADIENT, "h0", backward.get(0));
        draft.output(Purpose.GRADIENT, "u", backward.get(2));
        Program program = draft.program();

        assertEquals(List.of(Draft.STEPS), backward.get(2).type().stacked());
        for (int steps : new int[] {0, 1, 3, 8}) {
            double[] u = new Random(steps).doubles(steps, -1, 1).toArray();
            List<Datum<Double>> arguments = List.of(Datum.of(.7), Datum.of(.4), Datum.column(u));
            GradientWitness.agrees(program, arguments, DIGITS);
        }
    }

    private static Value next(Builder on, Value p, Value h, Value u) {
        return on.apply(Function1.TANH, on.add(on.multiply(p, h), u));
    }

    private static List<Value> segmentAdjoint(Draft draft, Value p, List<Value> segment) {
        Builder on = draft.on;
        Value zero = on.constant(0);
        Value us = segment.get(2);
        Value start = segment.get(3);
        Count rest = new Count.Rest(Draft.STEPS, 3, segment.get(0));
        List<Value> again = draft.loop(Axis.STEPS, rest, false, List.of(Carry.state(start)), List.of(us), step -> {
            Value next = next(on, p, step.get(1), step.get(2));
            return List.of(next, step.get(1), next);
        });
        List<Value> bars = draft.loop(
                Axis.STEPS,
                rest,
                true,
                List.of(Carry.state(segment.get(1)), Carry.sum(zero)),
                again.subList(1, 3),
                step -> {
                    Value uBar = on.multiply(step.get(1), tanhSlope(on, step.get(3)));
                    return List.of(on.multiply(p, uBar), on.multiply(uBar, step.get(2)), uBar);
                });
        return List.of(bars.get(0), bars.get(1), bars.get(2));
    }

    /** h' = tanh(p h), loss h^2: the gradient and its derivative in the direction of a seed, in one program. */
    @Test
    void theTangentOfAReversedLoopIsAProgram() {
        Draft draft = new Draft();
        Builder on = draft.on;
        Value p = draft.parameter("p");
        Value h0 = draft.parameter("h0");
        Value pDot = draft.input(Role.SEED, "pDot", Type.SCALAR);
        Count steps = new Count.Fixed(20);
        Value zero = on.constant(0);
        Value two = on.constant(2);
        List<Value> forward =
                draft.loop(Axis.STEPS, steps, false, List.of(Carry.state(h0), Carry.state(zero)), List.of(), at -> {
                    Value next = on.apply(Function1.TANH, on.multiply(p, at.get(1)));
                    Value uDot = on.add(on.multiply(pDot, at.get(1)), on.multiply(p, at.get(2)));
                    Value nextDot = on.multiply(tanhSlope(on, next), uDot);
                    return List.of(next, nextDot, at.get(1), at.get(2), next, nextDot);
                });
        draft.output(Purpose.LOSS, "", on.square(forward.get(0)));
        Value bar = on.multiply(two, forward.get(0));
        Value barDot = on.multiply(two, forward.get(1));
        List<Carry> carries = List.of(Carry.state(bar), Carry.state(barDot), Carry.sum(zero), Carry.sum(zero));
        List<Value> backward = draft.loop(Axis.STEPS, steps, true, carries, forward.subList(2, 6), at -> {
            Value h = at.get(3);
            Value hDot = at.get(4);
            Value t = at.get(5);
            Value slope = tanhSlope(on, t);
            Value slopeDot = on.multiply(on.constant(-2), on.multiply(t, at.get(6)));
            Value uBar = on.multiply(at.get(1), slope);
            Value uBarDot = on.add(on.multiply(at.get(2), slope), on.multiply(at.get(1), slopeDot));
            return List.of(
                    on.multiply(p, uBar),
                    on.add(on.multiply(pDot, uBar), on.multiply(p, uBarDot)),
                    on.multiply(uBar, h),
                    on.add(on.multiply(uBarDot, h), on.multiply(uBar, hDot)));
        });
        draft.output(Purpose.GRADIENT, "p", backward.get(2));
        draft.output(Purpose.GRADIENT, "h0", backward.get(0));
        draft.output(Purpose.TANGENT, "gradient p", backward.get(3));
        draft.output(Purpose.TANGENT, "gradient h0", backward.get(1));
        Program program = draft.program();
        List<Datum<Double>> arguments = List.of(Datum.of(1.3), Datum.of(.4), Datum.of(1));
        GradientWitness.agrees(program, arguments, DIGITS);

        DoubleDouble one = DoubleDouble.ONE;
        List<Datum<Dual<DoubleDouble>>> seeded = List.of(
                Datum.scalar(new Dual<>(DoubleDouble.of(1.3), one)),
                Datum.scalar(new Dual<>(DoubleDouble.of(.4), DoubleDouble.ZERO)),
                Datum.scalar(new Dual<>(one, DoubleDouble.ZERO)));
        List<Datum<Dual<DoubleDouble>>> found = new Evaluator<>(ReferenceAlgebra.duals()).evaluate(program, seeded);
        for (int i = 1; i <= 2; i++) {
            DoubleDouble expected = found.get(i).number().derivative();
            DoubleDouble tangent = found.get(i + 2).number().value();
            assertEquals(0, tangent.minus(expected).doubleValue(), 1e-24 * Math.abs(expected.doubleValue()));
        }
    }

    /** s = p s(3 back) + q s(1 back) + u, both z before the first; loss the sum of s^2. */
    @Test
    void aDelayedCarryHasADelayedAdjoint() {
        Draft draft = new Draft();
        Builder on = draft.on;
        Value p = draft.parameter("p");
        Value q = draft.parameter("q");
        Value z = draft.parameter("z");
        Value us = draft.input(Role.INPUT, "u", Type.SCALAR.stackedOver(Draft.STEPS));
        Value zero = on.constant(0);
        List<Carry> states = List.of(Carry.delayed(z, 3), Carry.state(z), Carry.sum(zero));
        List<Value> forward = draft.loop(Axis.STEPS, Draft.STEPS, false, states, List.of(us), at -> {
            Value s = on.add(on.add(on.multiply(p, at.get(1)), on.multiply(q, at.get(2))), at.get(3));
            return List.of(s, s, on.square(s), at.get(1), at.get(2), s);
        });
        draft.output(Purpose.LOSS, "", forward.get(2));
        List<Carry> bars =
                List.of(Carry.delayed(zero, 3), Carry.state(zero), Carry.sum(zero), Carry.sum(zero), Carry.sum(zero));
        List<Value> backward = draft.loop(Axis.STEPS, Draft.STEPS, true, bars, forward.subList(3, 6), at -> {
            Value own = on.multiply(on.constant(2), at.get(5));
            Value bar = on.add(on.add(at.get(1), at.get(2)), own);
            Value farBar = on.multiply(p, bar);
            Value early = on.compare(Comparison.LESS, draft.real(at.get(0)), on.constant(3));
            Region yes = new Region(List.of(), List.of(), List.of(farBar));
            Region no = new Region(List.of(), List.of(), List.of(zero));
            Value toStart = on.branch(early, yes, no).get(0);
            return List.of(
                    farBar,
                    on.multiply(q, bar),
                    on.multiply(bar, at.get(3)),
                    on.multiply(bar, at.get(4)),
                    toStart,
                    bar);
        });
        draft.output(Purpose.GRADIENT, "p", backward.get(2));
        draft.output(Purpose.GRADIENT, "q", backward.get(3));
        draft.output(Purpose.GRADIENT, "z", on.add(backward.get(4), backward.get(1)));
        draft.output(Purpose.GRADIENT, "u", backward.get(5));
        Program program = draft.program();

        for (int steps : new int[] {0, 1, 2, 3, 10}) {
            double[] u = new Random(steps).doubles(steps, -1, 1).toArray();
            List<Datum<Double>> arguments = List.of(Datum.of(.5), Datum.of(-.3), Datum.of(.9), Datum.column(u));
            GradientWitness.agrees(program, arguments, DIGITS);
        }
    }

    /** h' = w(p h) where the datum is known, else h' = q h, with an abstract w; loss h^2. */
    @Test
    void aBranchReversesIntoABranchAndTheOtherSideIsNotEvaluated() {
        Draft draft = new Draft();
        Builder on = draft.on;
        Value p = draft.parameter("p");
        Value q = draft.parameter("q");
        Value us = draft.input(Role.INPUT, "u", Type.SCALAR.stackedOver(Draft.STEPS));
        Value zero = on.constant(0);
        List<Value> forward =
                draft.loop(Axis.STEPS, Draft.STEPS, false, List.of(Carry.state(on.constant(.5))), List.of(us), at -> {
                    Value h = at.get(1);
                    Value known = on.compare(Comparison.EQUAL, at.get(2), at.get(2));
                    Region then = on.region(List.of(), () -> {
                        Value ph = on.multiply(p, h);
                        return List.of(on.multiply(called(on, Abstract.Order.VALUE, ph), at.get(2)));
                    });
                    Region otherwise = on.region(List.of(), () -> List.of(on.multiply(q, h)));
                    return List.of(on.branch(known, then, otherwise).get(0), h);
                });
        draft.output(Purpose.LOSS, "", on.square(forward.get(0)));
        Value bar = on.multiply(on.constant(2), forward.get(0));
        List<Carry> carries = List.of(Carry.state(bar), Carry.sum(zero), Carry.sum(zero));
        List<Value> backward = draft.loop(Axis.STEPS, Draft.STEPS, true, carries, List.of(us, forward.get(1)), at -> {
            Value later = at.get(1);
            Value h = at.get(3);
            Value known = on.compare(Comparison.EQUAL, at.get(2), at.get(2));
            Region then = on.region(List.of(), () -> {
                Value slope =
                        called(on, new Abstract.Order(Abstract.Order.Kind.PARTIAL, List.of(0)), on.multiply(p, h));
                Value argumentBar = on.multiply(on.multiply(later, at.get(2)), slope);
                return List.of(on.multiply(argumentBar, p), on.multiply(argumentBar, h), zero);
            });
            Region otherwise = on.region(List.of(), () -> List.of(on.multiply(later, q), zero, on.multiply(later, h)));
            return on.branch(known, then, otherwise);
        });
        draft.output(Purpose.GRADIENT, "p", backward.get(1));
        draft.output(Purpose.GRADIENT, "q", backward.get(2));
        Program program = draft.program();

        double nan = Double.NaN;
        List<Datum<Double>> some = List.of(Datum.of(1.1), Datum.of(.9), Datum.column(.8, nan, -1.5, nan, .7));
        GradientWitness.agrees(program, some, DIGITS);
        // nothing is bound to w, so this would fail if it were called
        List<Datum<Double>> none = List.of(Datum.of(1.1), Datum.of(.5), Datum.column(nan, nan));
        assertEquals(
                .015625,
                new Evaluator<>(new Doubles(Map.of()))
                        .evaluate(program, none)
                        .get(0)
                        .number());
    }

    private static Value called(Builder on, Abstract.Order order, Value x) {
        Value result = on.fresh(Type.SCALAR);
        on.add(new Instr.Call(List.of(result), StandIn.W, order, List.of(x)));
        return result;
    }

    /** log det A and b' A^-1 b of A = L0 L0' + I by Cholesky's factor, with the gradient by L0 and b. */
    @Test
    void aFactorisationHasAnAdjointOfTheTriangleThatItReads() {
        Draft draft = new Draft();
        Builder on = draft.on;
        Type square = Type.matrix(3, 3);
        Value a = draft.parameter("a", square);
        Value b = draft.parameter("b", Type.vector(3));
        Value l = on.linear(Product.CHOLESKY, square, a);
        Value diagonal = on.view(Access.DIAGONAL_OF, Type.vector(3), List.of(), l);
        Value logs = on.fold(Reduction.SUM, on.apply(Function1.LOG, diagonal));
        Value s = on.linear(Product.SOLVE_LOWER, Type.vector(3), l, b);
        draft.output(Purpose.LOSS, "", on.add(logs, on.linear(Product.DOT, Type.SCALAR, s, s)));
        Value sBar = on.multiply(on.constant(2), s);
        Value bBar = on.linear(Product.SOLVE_LOWER_TRANSPOSED, Type.vector(3), l, sBar);
        Value ofSolution = on.linear(Product.OUTER, square, bBar, s);
        Value ofLogs = on.view(Access.DIAGONAL, square, List.of(), on.apply(Function1.RECIPROCAL, diagonal));
        Value lBar = on.subtract(ofLogs, ofSolution);
        draft.output(Purpose.GRADIENT, "a", on.linear(Product.CHOLESKY_ADJOINT, square, l, lBar));
        draft.output(Purpose.GRADIENT, "b", bBar);

        // above the diagonal stands what is not read
        Datum<Double> matrix = Datum.of(4, 99, -7, 1, 5, 1e9, -.5, 2, 6);
        GradientWitness.agrees(draft.program(), List.of(matrix, Datum.of(1, -2, .5)), 22);
    }
}
