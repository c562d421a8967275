package dev.orbit.compiler.code;

import dev.orbit.compiler.program.Literal;
import java.util.ArrayList;
import java.util.List;

/**
 * Expressions as Java text, with the parentheses that keep their association and no others.
 */
public final class ExprText {
    private final Dialect dialect;

    public ExprText(Dialect dialect) {
        this.dialect = dialect;
    }

    /** What differs between a dump and a Java file. */
    public interface Dialect {
        /** How a class is referred to. */
        String library(Library library);

        /** A space at which the line may be broken. */
        String space();
    }

    /** Classes by their simple names. */
    public static final Dialect PLAIN = new Dialect() {
        @Override
        public String library(Library library) {
            return library.simpleName();
        }

        @Override
        public String space() {
            return " ";
        }
    };

    /** Text, how tightly it binds, and whether Java takes it for a double (else for an int or a truth). */
    private record Piece(String text, int binding, boolean real) {
        String inside(int least) {
            return binding >= least ? text : "(" + text + ")";
        }
    }

    /** The expression where an int may stand for a double: on the right of an assignment to a variable. */
    public String render(Expr expr) {
        return piece(expr, true).text();
    }

    /** The arguments of a call, separated by commas. */
    public String render(List<? extends Argument> args) {
        List<Piece> pieces = args.stream().map(this::argument).toList();
        boolean firm = pieces.stream().anyMatch(Piece::real);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < pieces.size(); i++) {
            // Where every argument would be an int, Java could choose a method of ints.
            boolean settle = !firm && args.get(i) instanceof Expr expr && Kinds.of(expr) == Kind.REAL;
            texts.add(
                    settle
                            ? piece((Expr) args.get(i), false).text()
                            : pieces.get(i).text());
        }
        return String.join("," + dialect.space(), texts);
    }

    private Piece argument(Argument arg) {
        return arg instanceof Expr expr ? piece(expr, true) : atom(((Array) arg).name(), false);
    }

    private Piece piece(Expr expr, boolean asInt) {
        return expr.match(new Expr.Cases<>(
                variable -> atom(variable.name(), variable.kind() == Kind.REAL),
                entry -> atom(
                        entry.array().name() + "[" + render(entry.index()) + "]",
                        entry.array().element() == Kind.REAL),
                number -> number(number.literal(), asInt),
                whole -> new Piece(
                        Integer.toString(whole.value()), whole.value() < 0 ? Operator.UNARY : Operator.ATOM, false),
                truth -> atom(Boolean.toString(truth.value()), false),
                text -> atom("\"" + text.value() + "\"", false),
                named -> atom(
                        named.owner().map(owner -> dialect.library(owner) + ".").orElse("") + named.name(), true),
                length -> atom(length.array().name() + ".length", false),
                negate -> unary("-", piece(negate.x(), asInt)),
                not -> unary("!", piece(not.x(), asInt)),
                this::binary,
                this::choose,
                widen -> asInt ? piece(widen.x(), true) : cast(piece(widen.x(), true)),
                call -> atom(
                        dialect.library(call.owner()) + "." + call.method() + "(" + render(call.args()) + ")",
                        call.kind() == Kind.REAL),
                ask -> atom(ask.function() + "." + ask.method() + "(" + render(ask.args()) + ")", true)));
    }

    private static Piece atom(String text, boolean real) {
        return new Piece(text, Operator.ATOM, real);
    }

    private Piece number(Literal literal, boolean asInt) {
        if (!Decimals.hasDigits(literal)) {
            String name = literal.value() > 0 ? "POSITIVE_INFINITY" : literal.value() < 0 ? "NEGATIVE_INFINITY" : "NaN";
            return atom(dialect.library(Library.DOUBLE) + "." + name, true);
        }
        String text = Decimals.java(literal, asInt);
        boolean real = text.chars().anyMatch(c -> c == '.' || c == 'e' || c == 'E');
        return new Piece(text, text.startsWith("-") ? Operator.UNARY : Operator.ATOM, real);
    }

    private static Piece unary(String sign, Piece x) {
        // Two signs in a row would read as a decrement.
        int least = x.text().startsWith("-") ? Operator.ATOM : Operator.UNARY;
        return new Piece(sign + x.inside(least), Operator.UNARY, x.real());
    }

    private static Piece cast(Piece x) {
        return new Piece("(double) " + x.inside(Operator.UNARY), Operator.UNARY, true);
    }

    private Piece binary(Expr.Binary binary) {
        Operator op = binary.op();
        Piece x = piece(binary.x(), true);
        Piece y = piece(binary.y(), true);
        boolean reals = Kinds.of(binary.x()) == Kind.REAL;
        if (reals && op.arithmetic() && !x.real() && !y.real()) {
            x = piece(binary.x(), false);
        }
        // Rounding makes + and * of doubles not associative, so an operand of the same strength on the right keeps its
        // parentheses.
        boolean chain = !op.arithmetic() && binary.y() instanceof Expr.Binary right && right.op() == op;
        String text = x.inside(op.binding()) + dialect.space() + op.text() + " "
                + y.inside(chain ? op.binding() : op.binding() + 1);
        return new Piece(text, op.binding(), reals && op.arithmetic());
    }

    private Piece choose(Expr.Choose choose) {
        Piece then = piece(choose.then(), Kinds.of(choose.then()) == Kind.WHOLE);
        Piece otherwise = piece(choose.otherwise(), Kinds.of(choose.otherwise()) == Kind.WHOLE);
        String text = piece(choose.condition(), true).inside(Operator.CHOICE + 1) + dialect.space() + "? "
                + then.inside(Operator.CHOICE + 1) + dialect.space() + ": " + otherwise.inside(Operator.CHOICE);
        return new Piece(text, Operator.CHOICE, then.real());
    }
}
