package dev.orbit.compiler.law;

import dev.orbit.compiler.function.Function1;
import dev.orbit.compiler.function.Function2;
import dev.orbit.compiler.program.Abstract;
import dev.orbit.compiler.program.Doubles;
import dev.orbit.compiler.program.Instr;
import dev.orbit.compiler.program.OrderedAlgebra;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Forward differentiation by all entries at once: the witness of the adjoint program. */
final class ManyDuals implements OrderedAlgebra<ManyDual> {
    private static final Doubles DOUBLES = new Doubles();

    private final Map<String, SmoothFunction> functions;
    private boolean strayed;

    ManyDuals(Map<String, SmoothFunction> functions) {
        this.functions = functions;
    }

    /** Whether something was not finite, with its derivatives, read or not. */
    boolean strayed() {
        return strayed;
    }

    private ManyDual seen(ManyDual dual) {
        strayed |= !dual.isFinite();
        return dual;
    }

    @Override
    public ManyDual constant(double value) {
        return ManyDual.fixed(value);
    }

    @Override
    public ManyDual pi() {
        return constant(Math.PI);
    }

    @Override
    public ManyDual apply(Function1 f, ManyDual x) {
        double value = f.value(x.value());
        return seen(x.isFixed() ? constant(value) : x.scaled(value, f.derivative(DOUBLES, x.value(), value)));
    }

    @Override
    public ManyDual apply(Function2 f, ManyDual x, ManyDual y) {
        double value = f.value(x.value(), y.value());
        ManyDual byX = x.isFixed() ? x : x.scaled(value, f.derivative1(DOUBLES, x.value(), y.value(), value));
        ManyDual byY = y.isFixed() ? y : y.scaled(value, f.derivative2(DOUBLES, x.value(), y.value(), value));
        return seen(byX.plusSlopes(byY, value));
    }

    @Override
    public ManyDual multiplyAdd(ManyDual x, ManyDual y, ManyDual sum) {
        return multiply(x, y).plusSlopes(sum, Math.fma(x.value(), y.value(), sum.value()));
    }

    @Override
    public boolean holds(Instr.Comparison op, ManyDual x, ManyDual y) {
        return op.holds(x.value(), y.value());
    }

    @Override
    public List<List<ManyDual>> call(Abstract f, Abstract.Order order, List<List<ManyDual>> arguments) {
        SmoothFunction function = functions.get(f.name());
        List<ManyDual> all = arguments.stream().flatMap(List::stream).toList();
        double[] z = all.stream().mapToDouble(ManyDual::value).toArray();
        List<ManyDual> results = new ArrayList<>();
        for (int i = 0; i < f.result().size(); i++) {
            double value = function.partial(i, order.by(), z);
            ManyDual result = constant(value);
            for (int j = 0; j < z.length; j++) {
                List<Integer> by = new ArrayList<>(order.by());
                by.add(j);
                result = result.plusSlopes(all.get(j).scaled(value, function.partial(i, by, z)), value);
            }
            results.add(result);
        }
        return List.of(results);
    }
}
