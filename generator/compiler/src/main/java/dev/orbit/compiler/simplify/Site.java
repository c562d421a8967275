package dev.orbit.compiler.simplify;

import dev.orbit.compiler.function.Function1;
import dev.orbit.compiler.function.Function2;
import dev.orbit.compiler.program.Access;
import dev.orbit.compiler.program.Builder;
import dev.orbit.compiler.program.Definitions;
import dev.orbit.compiler.program.Instr;
import dev.orbit.compiler.program.Literal;
import dev.orbit.compiler.program.Origin;
import dev.orbit.compiler.program.Product;
import dev.orbit.compiler.program.Region;
import dev.orbit.compiler.program.Type;
import dev.orbit.compiler.program.Uses;
import dev.orbit.compiler.program.Value;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The place where a rule writes: what is written there is simplified by the same rules. */
final class Site {
    private final List<Rule> rules;
    private final Builder builder;
    private final Uses uses;
    private final Definitions definitions = new Definitions();

    Site(List<Rule> rules, Builder builder, Uses uses) {
        this.rules = List.copyOf(rules);
        this.builder = builder;
        this.uses = uses;
    }

    /** The instruction that defines a value, if one does. */
    Optional<Instr> definition(Value value) {
        return definitions.of(value);
    }

    /** The number that fills a value, if it is a constant. */
    Optional<Literal> literal(Value value) {
        return definitions.literal(value);
    }

    boolean isZero(Value value) {
        return isNumber(value, 0);
    }

    boolean isOne(Value value) {
        return isNumber(value, 1);
    }

    /** Whether the value is filled with this number, and that is not a named constant; 0 is also -0. */
    boolean isNumber(Value value, double number) {
        return value.type().isReal()
                && literal(value)
                        .filter(literal ->
                                literal.value() == number && literal.name().isEmpty())
                        .isPresent();
    }

    /** The argument, if the value is this function of it. */
    Optional<Value> argument(Function1 f, Value value) {
        return definition(value)
                .flatMap(instr ->
                        instr instanceof Instr.Map1 map && map.f() == f ? Optional.of(map.x()) : Optional.empty());
    }

    /** The rearrangement that defines the value, if it is one of this kind. */
    Optional<Instr.View> view(Access op, Value value) {
        return definition(value)
                .flatMap(instr ->
                        instr instanceof Instr.View view && view.op() == op ? Optional.of(view) : Optional.empty());
    }

    /** Whether the value is read at most once, as far as the program before the pass tells. */
    boolean isReadOnce(Value value) {
        return uses.count(value) <= 1;
    }

    /** A value like another, to be the result of an instruction for {@link #write}. */
    Value like(Value value, Type type) {
        return fresh(type, value.origin());
    }

    /** A value of this type and origin, to be the result of an instruction for {@link #write}. */
    Value fresh(Type type, Origin origin) {
        return builder.at(origin).named("").fresh(type);
    }

    Value constant(Literal literal, Value like) {
        return write(new Instr.Constant(like(like, like.type()), literal)).get(0);
    }

    Value zero(Value like) {
        return constant(Literal.of(0.0), like);
    }

    Value map(Function1 f, Value x, Value like) {
        return write(new Instr.Map1(like(like, like.type()), f, x)).get(0);
    }

    Value map(Function2 f, Value x, Value y, Value like) {
        return write(new Instr.Map2(like(like, like.type()), f, x, y)).get(0);
    }

    Value view(Access op, List<Integer> bounds, List<Value> args, Value like) {
        return write(new Instr.View(like(like, like.type()), op, bounds, args)).get(0);
    }

    Value linear(Product op, Value a, Value b, Value like) {
        return write(new Instr.Linear(like(like, like.type()), op, List.of(a, b)))
                .get(0);
    }

    /** A scalar or shaped value as large as {@code like}. */
    Value fill(Value value, Value like) {
        return value.type().equals(like.type()) ? value : view(Access.BROADCAST, List.of(), List.of(value), like);
    }

    /** Writes an instruction, or what the rules make of it; what to read for its results. */
    List<Value> write(Instr instr) {
        for (Rule rule : rules) {
            Optional<List<Value>> written = rule.rewrite(instr, this);
            if (written.isPresent()) {
                return written.get();
            }
        }
        builder.add(instr);
        definitions.add(instr);
        return instr.results();
    }

    /** Writes instructions that the rules have already seen. */
    void splice(List<Instr> instrs) {
        instrs.forEach(builder::add);
    }

    Region region(List<Value> arguments, Supplier<List<Value>> write) {
        return builder.region(arguments, write);
    }

    List<Instr> written() {
        return builder.written();
    }
}
