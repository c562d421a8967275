package dev.orbit.compiler.formula;

import java.math.BigDecimal;
import java.util.List;

/** How a notation writes each thing, once it is settled where brackets stand. */
interface Glyphs {
    /** A number that is not negative. */
    String number(BigDecimal value);

    String constant(Formula.Constant.Kind kind);

    String name(Name name);

    String minus(String x);

    String plus(String x, String y);

    String difference(String x, String y);

    /** A product; both may be numbers. */
    String times(String x, String y);

    String fraction(String x, String y);

    /** Whether a fraction is drawn with a bar, so that what is above and below needs no brackets. */
    boolean drawsBars();

    String power(String base, String exponent);

    /** Whether an exponent is raised, so that it needs no brackets. */
    boolean raises();

    String brackets(String x);

    /** A function of the language, by the name that it has there. */
    String applied(String function, List<String> arguments);

    /** An abstract function, differentiated by the arguments of these numbers (from 0). */
    String called(String function, List<Integer> by, List<String> arguments);

    String compared(Formula.Relation relation, String x, String y);

    String joined(Formula.Connective connective, List<String> truths);

    String choice(String condition, String then, String otherwise);

    /** A product of vectors or matrices. */
    String product(String x, String y);

    /** A product entry by entry. */
    String elementwise(String x, String y);

    String transposed(String x);

    String norm(String x);

    /** Part of a vector or matrix: an entry, a row, a range. */
    String entry(String x, List<String> places);

    /** Parts below each other. */
    String stacked(List<String> parts);

    /** Parts side by side. */
    String beside(List<String> parts);

    String sum(String body, String index);

    /** What stands at each place of a running index. */
    String each(String body, String index);

    String derivative(String of, String by);
}
