package dev.orbit.compiler.check;

import dev.orbit.compiler.model.Affine;
import dev.orbit.compiler.model.Extent;
import dev.orbit.compiler.model.Role;
import dev.orbit.compiler.source.Span;
import dev.orbit.compiler.syntax.Expression;
import dev.orbit.compiler.syntax.Name;
import dev.orbit.compiler.syntax.Sign;
import java.util.List;
import java.util.Optional;

/**
 * Computes whole numbers that are known when the class is generated: sizes, indices, counts. They are made of integers,
 * dims and running indices by {@code + - * / ^}; arithmetic is exact.
 */
final class WholeNumbers {
    private final Frame frame;
    private final String what;

    private WholeNumbers(String what, Frame frame) {
        this.what = what;
        this.frame = frame;
    }

    /**
     * A number that may depend on running indices.
     *
     * @param what it is for, as in {@code a size}
     */
    static Optional<Affine> check(Expression expression, String what, Frame frame) {
        return new WholeNumbers(what, frame).check(expression);
    }

    /** A number that must not depend on running indices; if it does, their comprehension is written out. */
    static Optional<Integer> checkConstant(Expression expression, String what, Frame frame) {
        return check(expression, what, frame).flatMap(number -> constant(number, frame));
    }

    /** The number, or a request to write the comprehension out. */
    static Optional<Integer> constant(Affine number, Frame frame) {
        frame.unroll().addAll(number.coefficients().keySet());
        return number.isConstant() ? Optional.of(number.constant()) : Optional.empty();
    }

    /** A size in the author's words, unless they speak of a running index: it has no one value to be called by. */
    static Extent spelled(int size, Expression written, Frame frame) {
        String words = frame.report().words(written.span()).replace(" ", "");
        boolean runs = FreeNames.of(written).values().keySet().stream()
                .flatMap(name -> frame.scope().find(name).stream())
                .anyMatch(meaning -> meaning.role() == Role.RUNNING_INDEX);
        return words.length() <= 24 && !runs ? new Extent(size, words) : Extent.of(size);
    }

    private Optional<Affine> check(Expression expression) {
        if (expression instanceof Expression.Number number) {
            return number(number);
        } else if (expression instanceof Expression.Reference reference) {
            return reference(reference.name());
        } else if (expression instanceof Expression.Negation negation) {
            return check(negation.operand()).flatMap(n -> exact(() -> n.times(-1), expression.span()));
        } else if (expression instanceof Expression.Chain chain) {
            return chain(chain);
        } else if (expression instanceof Expression.Power power) {
            return power(power);
        }
        return refuse(expression.span());
    }

    private Optional<Affine> refuse(Span span) {
        frame.report().add(new IndexProblem.NotWhole(span, what, frame.report().words(span)));
        return Optional.empty();
    }

    private Optional<Affine> number(Expression.Number number) {
        double value = number.value();
        if (value != Math.rint(value)) {
            return refuse(number.span());
        }
        return exact(() -> Affine.of(Math.toIntExact((long) value)), number.span());
    }

    private Optional<Affine> reference(Name name) {
        Optional<Meaning> found = frame.scope().find(name.text());
        if (found.isEmpty()) {
            Naming.reference(name, frame); // says what is missing, if anything is
            return name.text().equals("pi") ? refuse(name.span()) : Optional.empty();
        }
        Meaning meaning = found.get();
        if (meaning.whole().isPresent()) {
            return meaning.whole();
        } else if (meaning.isOpenDim()) {
            frame.report()
                    .add(new IndexProblem.OpenSize(name.span(), what, name.text(), frame.declared(meaning.symbol())));
            return Optional.empty();
        } else if (meaning.role() == Role.DIM) {
            return Optional.empty(); // its value is wrong, which has been said
        }
        frame.report()
                .add(new IndexProblem.NameNotWhole(
                        name.span(), what, name.text(), meaning.role(), frame.declared(meaning.symbol())));
        return Optional.empty();
    }

    private Optional<Affine> chain(Expression.Chain chain) {
        Optional<Affine> soFar = check(chain.first());
        Span span = chain.first().span();
        for (Expression.Link link : chain.rest()) {
            Optional<Affine> right = check(link.operand());
            span = span.to(link.operand().span());
            Span reach = span;
            soFar = soFar.flatMap(left -> right.flatMap(r -> join(left, link.sign(), r, reach)));
        }
        return soFar;
    }

    private Optional<Affine> join(Affine left, Sign sign, Affine right, Span span) {
        return switch (sign) {
            case PLUS -> exact(() -> left.plus(right), span);
            case MINUS -> exact(() -> left.minus(right), span);
            case TIMES -> times(left, right, span);
            case DIVIDE -> divide(left, right, span);
            case TIMES_EACH, DIVIDE_EACH, POWER, POWER_EACH -> refuse(span);
        };
    }

    private Optional<Affine> times(Affine left, Affine right, Span span) {
        if (right.isConstant()) {
            return exact(() -> left.times(right.constant()), span);
        } else if (left.isConstant()) {
            return exact(() -> right.times(left.constant()), span);
        }
        return constant(left, frame).map(Affine::of);
    }

    private Optional<Affine> divide(Affine left, Affine right, Span span) {
        List<Optional<Integer>> sides = List.of(constant(left, frame), constant(right, frame));
        if (sides.contains(Optional.empty())) {
            return Optional.empty();
        }
        int dividend = sides.get(0).orElseThrow();
        int divisor = sides.get(1).orElseThrow();
        if (divisor == 0 || dividend % divisor != 0) {
            frame.report().add(new IndexProblem.Inexact(span, frame.report().words(span), dividend, divisor));
            return Optional.empty();
        }
        return exact(() -> Affine.of(Math.toIntExact((long) dividend / divisor)), span);
    }

    private Optional<Affine> power(Expression.Power power) {
        Optional<Integer> base = checkConstant(power.base(), what, frame);
        Optional<Integer> exponent = checkConstant(power.exponent(), what, frame);
        if (base.isEmpty() || exponent.isEmpty()) {
            return Optional.empty();
        }
        if (power.sign() != Sign.POWER || exponent.get() < 0) {
            return refuse(power.span());
        }
        return exact(() -> Affine.of(power(base.get(), exponent.get())), power.span());
    }

    private static int power(int base, int exponent) {
        if (Math.abs((long) base) <= 1) {
            return exponent == 0 || base == 1 ? 1 : base == 0 ? 0 : exponent % 2 == 0 ? 1 : -1;
        }
        int result = 1;
        for (int i = 0; i < exponent; i++) { // leaves by overflow after at most 31 rounds
            result = Math.multiplyExact(result, base);
        }
        return result;
    }

    private interface Computation {
        Affine compute();
    }

    private Optional<Affine> exact(Computation computation, Span span) {
        try {
            return Optional.of(computation.compute());
        } catch (ArithmeticException overflow) {
            frame.report().add(new IndexProblem.Overflow(span, frame.report().words(span)));
            return Optional.empty();
        }
    }
}
