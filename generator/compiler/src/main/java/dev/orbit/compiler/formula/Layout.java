package dev.orbit.compiler.formula;

import static java.util.Objects.requireNonNull;

import dev.orbit.compiler.formula.Piece.Level;
import dev.orbit.compiler.function.Function1;
import dev.orbit.compiler.function.Function2;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;

/**
 * Decides where brackets stand, and how a formula is turned for the eye: {@code -(a - b)} is written {@code b - a}, a
 * reciprocal as a quotient, {@code x * (1/3)} as {@code x / 3}. Brackets are as few as mathematics needs; those of
 * {@code a + (b + c)} and {@code a * (b / c)} are dropped.
 */
final class Layout {
    private final Glyphs glyphs;
    private final ShapedLayout shaped;
    private final Map<Function1, UnaryOperator<Piece>> special1 = new EnumMap<>(Function1.class);
    private final Map<Function2, BinaryOperator<Piece>> special2 = new EnumMap<>(Function2.class);

    Layout(Glyphs glyphs) {
        this.glyphs = glyphs;
        this.shaped = new ShapedLayout(glyphs);
        Piece two = Piece.atom(glyphs.number(BigDecimal.valueOf(2)));
        special1.put(Function1.NEGATE, this::minus);
        special1.put(Function1.SQUARE, x -> power(x, two));
        special1.put(Function1.RECIPROCAL, x -> fraction(Piece.atom(glyphs.number(BigDecimal.ONE)), x));
        special2.put(Function2.ADD, this::plus);
        special2.put(Function2.SUBTRACT, this::difference);
        special2.put(Function2.MULTIPLY, this::times);
        special2.put(Function2.SCALE, this::times);
        special2.put(Function2.DIVIDE, this::fraction);
        special2.put(Function2.RATIO, this::fraction);
        special2.put(Function2.POWER, this::power);
    }

    /** The node, when its operands and theirs are written already. */
    Piece write(Formula node, Map<Formula, Piece> written) {
        List<Piece> operands = node.operands().stream().map(written::get).toList();
        return node.match(new Formula.Cases<>(
                number -> number(number.value()),
                constant -> Piece.atom(glyphs.constant(constant.kind())),
                symbol -> Piece.atom(glyphs.name(symbol.name())),
                apply -> apply1(apply, written),
                apply -> apply2(apply, written),
                call -> called(call, operands),
                compare -> compared(compare.relation(), operands.get(0), operands.get(1)),
                logic -> joined(logic.connective(), operands),
                choice -> choice(operands)));
    }

    private Piece apply1(Formula.Apply1 node, Map<Formula, Piece> written) {
        Piece x = requireNonNull(written.get(node.x()));
        if (node.function() == Function1.NEGATE
                && node.x() instanceof Formula.Apply2 inner
                && inner.function() == Function2.SUBTRACT) {
            return difference(requireNonNull(written.get(inner.y())), requireNonNull(written.get(inner.x())));
        }
        return special1.getOrDefault(node.function(), z -> applied(Names.of(node.function()), z))
                .apply(x);
    }

    private Piece apply2(Formula.Apply2 node, Map<Formula, Piece> written) {
        Piece x = requireNonNull(written.get(node.x()));
        Piece y = requireNonNull(written.get(node.y()));
        if (node.function() == Function2.MULTIPLY
                && node.x() instanceof Formula.Number factor
                && Decimals.of(factor.value()).isEmpty()) {
            return scaled(factor.value(), y);
        }
        return special2.getOrDefault(node.function(), (a, b) -> applied(Names.of(node.function()), a, b))
                .apply(x, y);
    }

    /** A product with a fraction that is no short decimal. */
    private Piece scaled(Rational factor, Piece y) {
        Piece numerator = integer(factor.numerator());
        Piece denominator = integer(factor.denominator());
        return fraction(factor.numerator().equals(BigInteger.ONE) ? y : times(numerator, y), denominator);
    }

    private Piece integer(BigInteger value) {
        return number(new Rational(value, BigInteger.ONE));
    }

    private Piece number(Rational value) {
        Rational magnitude = value.signum() < 0 ? value.negated() : value;
        Piece piece = Decimals.of(magnitude)
                .map(decimal -> Piece.atom(glyphs.number(decimal)))
                .orElseGet(() -> fraction(integer(magnitude.numerator()), integer(magnitude.denominator())));
        return value.signum() < 0 ? minus(piece) : piece;
    }

    private Piece minus(Piece x) {
        String text = glyphs.minus(left(x, Level.SUM));
        Level level = x.level() == Level.MULTIPLICATIVE || x.level() == Level.SUM ? x.level() : Level.UNARY;
        return new Piece(text, level, true);
    }

    private Piece plus(Piece x, Piece y) {
        return Piece.at(Level.ADDITIVE, glyphs.plus(left(x, Level.ADDITIVE), unsigned(y, Level.ADDITIVE)), x);
    }

    private Piece difference(Piece x, Piece y) {
        return Piece.at(Level.ADDITIVE, glyphs.difference(left(x, Level.ADDITIVE), unsigned(y, Level.SUM)), x);
    }

    private Piece times(Piece x, Piece y) {
        return Piece.at(Level.MULTIPLICATIVE, glyphs.times(left(x, Level.MULTIPLICATIVE), unsigned(y, Level.SUM)), x);
    }

    private Piece fraction(Piece x, Piece y) {
        if (glyphs.drawsBars()) {
            return new Piece(glyphs.fraction(x.text(), y.text()), Level.MULTIPLICATIVE, false);
        }
        String text = glyphs.fraction(left(x, Level.MULTIPLICATIVE), unsigned(y, Level.UNARY));
        return Piece.at(Level.MULTIPLICATIVE, text, x);
    }

    private Piece power(Piece x, Piece y) {
        String exponent = glyphs.raises() ? y.text() : unsigned(y, Level.POWER);
        return new Piece(glyphs.power(left(x, Level.ATOM), exponent), Level.POWER, false);
    }

    private Piece applied(String function, Piece... arguments) {
        return Piece.atom(glyphs.applied(function, texts(List.of(arguments))));
    }

    private Piece called(Formula.Call call, List<Piece> operands) {
        return Notation.named(call.function())
                .map(notation -> shaped.write(notation, call.operands(), operands))
                .orElseGet(() -> Piece.atom(glyphs.called(call.function(), call.by(), texts(operands))));
    }

    private Piece compared(Formula.Relation relation, Piece x, Piece y) {
        String text = glyphs.compared(relation, left(x, Level.ADDITIVE), left(y, Level.ADDITIVE));
        return new Piece(text, Level.COMPARISON, false);
    }

    private Piece joined(Formula.Connective connective, List<Piece> truths) {
        Level level = switch (connective) {
            case AND -> Level.AND;
            case OR -> Level.OR;
            case NOT -> Level.NOT;
        };
        List<String> texts = truths.stream().map(truth -> left(truth, level)).toList();
        return new Piece(glyphs.joined(connective, texts), level, false);
    }

    private Piece choice(List<Piece> parts) {
        List<String> texts = new ArrayList<>();
        parts.forEach(part -> texts.add(left(part, Level.OR)));
        return new Piece(glyphs.choice(texts.get(0), texts.get(1), texts.get(2)), Level.CHOICE, false);
    }

    private static List<String> texts(List<Piece> pieces) {
        return pieces.stream().map(Piece::text).toList();
    }

    /** In brackets when it binds less tightly than {@code level}. */
    private String left(Piece x, Level level) {
        return x.bindsAtLeast(level) ? x.text() : glyphs.brackets(x.text());
    }

    /** As {@link #left}, and in brackets too when it begins with a sign: it comes after an operator. */
    private String unsigned(Piece x, Level level) {
        return x.signed() ? glyphs.brackets(x.text()) : left(x, level);
    }
}
