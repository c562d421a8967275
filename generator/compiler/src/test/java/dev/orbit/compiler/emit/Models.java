package dev.orbit.compiler.emit;

import dev.orbit.compiler.function.Function1;
import dev.orbit.compiler.program.Builder;
import dev.orbit.compiler.program.Carry;
import dev.orbit.compiler.program.Count;
import dev.orbit.compiler.program.Instr;
import dev.orbit.compiler.program.Literal;
import dev.orbit.compiler.program.Program;
import dev.orbit.compiler.program.Region;
import dev.orbit.compiler.program.Type;
import dev.orbit.compiler.program.Value;
import java.util.List;

/** Models of one open series, by hand. */
final class Models {
    private static final Count T = new Count.Dimension("T");

    private Models() {}

    private static final class Writer {
        final Builder on = new Builder(0);
        final Value index = on.fresh(Type.INDEX);

        Value scalar(String name) {
            return on.named(name).fresh(Type.SCALAR);
        }

        Value column(String name) {
            return on.named(name).fresh(Type.SCALAR.stackedOver(T));
        }

        Value number(String text) {
            return on.literal(new Literal(Double.parseDouble(text), text, ""), Type.SCALAR);
        }

        Value square(Value x) {
            return on.apply(Function1.SQUARE, x);
        }

        Program program(List<Program.Input> inputs, List<Value> arguments, Value loss) {
            return new Program(
                    inputs,
                    new Region(arguments, on.written(), List.of(loss)),
                    List.of(new Program.Output(Program.Purpose.LOSS, "")));
        }
    }

    private static Program.Input parameter(String name) {
        return new Program.Input(Program.Role.PARAMETER, name);
    }

    /** e = y - l; l' = l + alpha e; loss e^2 where y is known. */
    static EmitRequest smoothing() {
        Writer w = new Writer();
        Value alpha = w.scalar("alpha");
        Value l0 = w.scalar("l0");
        Value y = w.column("y");
        Value l = w.scalar("l");
        Value row = w.scalar("y");
        Region body = w.on.region(List.of(w.index, l, row), () -> {
            Value e = w.on.named("e").subtract(row, l);
            Value next = w.on.add(l, w.on.multiply(alpha, e));
            return List.of(next, w.square(e));
        });
        List<Value> results = w.on.loop(
                Instr.Axis.STEPS,
                T,
                false,
                List.of(Carry.state(l0), Carry.sum(w.on.constant(0))),
                List.of(new Instr.Sequence(y, 0)),
                body);
        Program program = w.program(
                List.of(parameter("alpha"), parameter("l0"), new Program.Input(Program.Role.TARGET, "y")),
                List.of(alpha, l0, y),
                results.get(1));
        return new EmitRequest(
                new Specs("Smoothing")
                        .doc("Simple exponential smoothing.")
                        .parameter("alpha", Specs.between(0, 1, "(0, 1)"))
                        .parameters("l0")
                        .perStep("y")
                        .open(1)
                        .outline(),
                Programs.differentiated(program, "alpha", "l0"));
    }

    /** GARCH(1,1) that starts at the mean squared shock. */
    static EmitRequest garch() {
        Writer w = new Writer();
        List<Value> in = List.of(w.scalar("mu"), w.scalar("omega"), w.scalar("alpha"), w.scalar("beta"), w.column("r"));
        Value r0 = w.scalar("r");
        Value i0 = w.on.named("").fresh(Type.INDEX);
        Region squares = w.on.region(List.of(i0, r0), () -> List.of(w.square(w.on.subtract(r0, in.get(0)))));
        Value sum = w.on.loop(
                        Instr.Axis.STEPS,
                        T,
                        false,
                        List.of(Carry.sum(w.on.constant(0))),
                        List.of(new Instr.Sequence(in.get(4), 0)),
                        squares)
                .get(0);
        Value count = w.on.fresh(Type.SCALAR);
        w.on.add(new Instr.Extent(count, T));
        Value e2 = w.on.named("e2").divide(sum, count);
        Value q = w.scalar("q");
        Value v = w.scalar("v");
        Value r = w.scalar("r");
        Region body = w.on.region(List.of(w.index, q, v, r), () -> {
            Value aq = w.on.multiply(in.get(2), q);
            Value bv = w.on.multiply(in.get(3), v);
            Value first = w.on.add(in.get(1), aq);
            Value vNext = w.on.named("v").add(first, bv);
            Value shock = w.on.subtract(r, in.get(0));
            Value qNext = w.on.named("q").apply(Function1.SQUARE, shock);
            Value twoPi = w.on.multiply(w.number("2"), w.on.pi());
            Value logs = w.on.add(w.on.apply(Function1.LOG, twoPi), w.on.apply(Function1.LOG, vNext));
            Value all = w.on.add(logs, w.on.divide(qNext, vNext));
            return List.of(qNext, vNext, w.on.multiply(w.number("0.5"), all));
        });
        List<Value> results = w.on.loop(
                Instr.Axis.STEPS,
                T,
                false,
                List.of(Carry.state(e2), Carry.state(e2), Carry.sum(w.on.constant(0))),
                List.of(new Instr.Sequence(in.get(4), 0)),
                body);
        Program program = w.program(
                List.of(
                        parameter("mu"),
                        parameter("omega"),
                        parameter("alpha"),
                        parameter("beta"),
                        new Program.Input(Program.Role.INPUT, "r")),
                in,
                results.get(2));
        return new EmitRequest(
                new Specs("Garch")
                        .doc("GARCH(1,1) negative log-likelihood.")
                        .parameters("mu")
                        .parameter("omega", Specs.between(0, Double.POSITIVE_INFINITY, "(0, inf)"))
                        .parameter("alpha", Specs.between(0, 1, "(0, 1)"))
                        .parameter("beta", Specs.between(0, 1, "(0, 1)"))
                        .perStep("r")
                        .open(1)
                        .outline(),
                Programs.differentiated(program, "mu", "omega", "alpha", "beta"));
    }

    /** Local level by the Kalman filter, missing observations skipped. */
    static EmitRequest localLevel() {
        Writer w = new Writer();
        Value sigmaE = w.scalar("sigma2_eps");
        Value sigmaH = w.scalar("sigma2_eta");
        Value y = w.column("y");
        Value m = w.scalar("m");
        Value p = w.scalar("P");
        Value row = w.scalar("y");
        Region body = w.on.region(List.of(w.index, m, p, row), () -> {
            Value known = w.on.compare(Instr.Comparison.EQUAL, row, row);
            Value[] out = new Value[3];
            Region then = w.on.region(List.of(), () -> {
                Value v = w.on.named("v").subtract(row, m);
                Value f = w.on.named("F").add(p, sigmaE);
                Value k = w.on.named("K").divide(p, f);
                Value gain = w.on.multiply(k, v);
                Value mNext = w.on.named("m").add(m, gain);
                Value left = w.on.subtract(p, w.on.multiply(k, p));
                Value pNext = w.on.named("P").add(left, sigmaH);
                Value logF = w.on.apply(Function1.LOG, f);
                Value vv = w.on.divide(w.square(v), f);
                Value contribution = w.on.multiply(w.number("0.5"), w.on.add(logF, vv));
                return List.of(mNext, pNext, contribution);
            });
            Value zero = w.on.constant(0);
            Region otherwise =
                    w.on.region(List.of(), () -> List.of(m, w.on.named("P").add(p, sigmaH), zero));
            return w.on.branch(known, then, otherwise);
        });
        List<Value> results = w.on.loop(
                Instr.Axis.STEPS,
                T,
                false,
                List.of(Carry.state(w.on.constant(0)), Carry.state(w.number("1e7")), Carry.sum(w.on.constant(0))),
                List.of(new Instr.Sequence(y, 0)),
                body);
        Program program = w.program(
                List.of(parameter("sigma2_eps"), parameter("sigma2_eta"), new Program.Input(Program.Role.INPUT, "y")),
                List.of(sigmaE, sigmaH, y),
                results.get(2));
        return new EmitRequest(
                new Specs("LocalLevel")
                        .parameters("sigma2_eps", "sigma2_eta")
                        .perStep("y")
                        .open(1)
                        .outline(),
                Programs.differentiated(program, "sigma2_eps", "sigma2_eta"));
    }

    /** A step of so many equations, each of the two before it, the state and the datum. */
    static EmitRequest large(int equations) {
        Writer w = new Writer();
        Value a = w.scalar("a");
        Value b = w.scalar("b");
        Value r = w.column("r");
        Value s = w.scalar("s");
        Value row = w.scalar("r");
        Region body = w.on.region(List.of(w.index, s, row), () -> {
            List<Value> e = new java.util.ArrayList<>(List.of(s, row));
            for (int i = 0; i < equations; i++) {
                Value left = w.on.multiply(i % 2 == 0 ? a : b, e.get(e.size() - 1));
                Value right = w.on.multiply(e.get(e.size() - 2), i % 3 == 0 ? s : row);
                Value sum = w.on.add(left, right);
                e.add(w.on.named("e_" + i).apply(Function1.SIN, sum));
            }
            return List.of(e.get(e.size() - 1), w.square(e.get(e.size() / 2)));
        });
        List<Value> results = w.on.loop(
                Instr.Axis.STEPS,
                T,
                false,
                List.of(Carry.state(w.on.constant(0.5)), Carry.sum(w.on.constant(0))),
                List.of(new Instr.Sequence(r, 0)),
                body);
        Program program = w.program(
                List.of(parameter("a"), parameter("b"), new Program.Input(Program.Role.INPUT, "r")),
                List.of(a, b, r),
                results.get(1));
        return new EmitRequest(
                new Specs("Large" + equations)
                        .parameter("a", Specs.between(-2, 2, "(-2, 2)"))
                        .parameters("b")
                        .perStep("r")
                        .open(1)
                        .outline(),
                Programs.differentiated(program, "a", "b"));
    }
}
