package dev.orbit.compiler.simplify;

import dev.orbit.compiler.function.Arithmetic;
import dev.orbit.compiler.function.Function1;
import dev.orbit.compiler.function.Function2;
import dev.orbit.compiler.program.Instr;
import dev.orbit.compiler.program.Literal;
import dev.orbit.compiler.program.Origin.Derivation;
import dev.orbit.compiler.program.Type;
import dev.orbit.compiler.program.Value;
import java.util.List;

/** Writes a formula of the function tables at a site, in place of a value. */
record SiteArithmetic(Site site, Value inPlaceOf) implements Arithmetic<Value> {
    @Override
    public Value constant(double c) {
        return site.write(new Instr.Constant(fresh(scalar()), Literal.of(c))).get(0);
    }

    @Override
    public Value pi() {
        return site.write(new Instr.Constant(fresh(scalar()), Literal.PI)).get(0);
    }

    @Override
    public Value apply(Function1 f, Value x) {
        return site.write(new Instr.Map1(fresh(x.type()), f, x)).get(0);
    }

    @Override
    public Value apply(Function2 f, Value x, Value y) {
        Type type = x.type().shape().isEmpty() && x.type().stacked().isEmpty() ? y.type() : x.type();
        return site.write(new Instr.Map2(fresh(type), f, x, y)).get(0);
    }

    private Type scalar() {
        return new Type(inPlaceOf.type().element(), List.of(), List.of());
    }

    private Value fresh(Type type) {
        return site.fresh(type, inPlaceOf.origin().as(Derivation.STABILISED));
    }
}
