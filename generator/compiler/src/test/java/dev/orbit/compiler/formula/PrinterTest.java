package dev.orbit.compiler.formula;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.orbit.compiler.formula.Formula.Relation;
import dev.orbit.compiler.function.Function1;
import dev.orbit.compiler.function.Function2;
import java.io.StringReader;
import java.math.BigDecimal;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;

class PrinterTest {
    private final Formulas f = new Formulas();
    private final Formula x = f.symbol("x");
    private final Formula y = f.symbol("y");
    private final Formula h = f.symbol(Name.of("h").primed());
    private final Formula slope = f.multiply(x, f.subtract(f.number(1), f.power(h, 2)));

    @Test
    void theSeedsSlopeReadsAsWritten() {
        assertEquals("x * (1 - h'^2)", text(slope));
        assertEquals("x \\, \\left(1 - {h'}^{2}\\right)", Printer.latex().render(slope));
        assertEquals(
                "<mrow><mi>x</mi><mo>&#x2062;</mo><mrow><mo>(</mo><mrow><mn>1</mn><mo>&#x2212;</mo><msup><msup><mi>h</mi>"
                        + "<mo>&#x2032;</mo></msup><mn>2</mn></msup></mrow><mo>)</mo></mrow></mrow>",
                Printer.mathml().render(slope));
    }

    @Test
    void bracketsAreAsFewAsMathematicsNeeds() {
        Formula z = f.symbol("z");
        assertEquals("x + y + z", text(f.add(x, f.add(y, z))));
        assertEquals("x - (y + z)", text(f.subtract(x, f.add(y, z))));
        assertEquals("x - (y - z)", text(f.subtract(x, f.subtract(y, z))));
        assertEquals("x * y / z", text(f.multiply(x, f.divide(y, z))));
        assertEquals("x / (y * z)", text(f.divide(x, f.multiply(y, z))));
        assertEquals("x / (y / z)", text(f.divide(x, f.divide(y, z))));
        assertEquals("(x + y) * z", text(f.multiply(f.add(x, y), z)));
        assertEquals("-x^2", text(f.negate(f.power(x, 2))));
        assertEquals("-x * y", text(f.negate(f.multiply(x, y))));
        assertEquals("-(x + y)", text(f.negate(f.add(x, y))));
        assertEquals("y - x", text(f.negate(f.subtract(x, y))));
        assertEquals("(x * y)^3", text(f.power(f.multiply(x, y), 3)));
        assertEquals("x^(y + z)", text(f.apply(Function2.POWER, x, f.add(y, z))));
        assertEquals("x^y^z", text(f.apply(Function2.POWER, x, f.apply(Function2.POWER, y, z))));
        assertEquals("(x^y)^z", text(f.apply(Function2.POWER, f.apply(Function2.POWER, x, y), z)));
        assertEquals("tanh(x + y)", text(f.apply(Function1.TANH, f.add(x, y))));
        assertEquals("1 / (1 + x)", text(f.apply(Function1.RECIPROCAL, f.add(f.number(1), x))));
    }

    @Test
    void aSignAfterAnOperatorStandsInBrackets() {
        Formula minusSum = f.negate(f.add(x, y));
        assertEquals("x^(-y)", text(f.apply(Function2.POWER, x, f.negate(y))));
        assertEquals("max(-(x + y), x)", text(f.apply(Function2.MAX, minusSum, x)));
        assertEquals("-x - y", text(f.subtract(f.negate(x), y)));
        assertEquals("(-3)^y", text(f.apply(Function2.POWER, f.number(-3), y)));
        assertEquals("x - 2 / y", text(f.add(x, f.divide(f.number(-2), y))));
    }

    @Test
    void numbersAreDecimalsWhereTheyAreShort() {
        assertEquals("0.5 * x", text(f.multiply(f.number(Rational.of(1, 2)), x)));
        assertEquals("x / 3", text(f.multiply(f.number(Rational.of(1, 3)), x)));
        assertEquals("2 * x / 3", text(f.multiply(f.number(Rational.of(2, 3)), x)));
        assertEquals("(1 / 3)^x", text(f.apply(Function2.POWER, f.number(Rational.of(1, 3)), x)));
        assertEquals("0.001", text(f.decimal(new BigDecimal("0.001"))));
        assertEquals("1e-15", text(f.decimal(new BigDecimal("1e-15"))));
        assertEquals("1.5e-9", text(f.decimal(new BigDecimal("15e-10"))));
        assertEquals("1000000", text(f.number(1_000_000)));
        assertEquals("1e300", text(f.decimal(new BigDecimal("1e300"))));
        assertEquals("0.1", text(f.number(Rational.exactly(0.1))));
        assertEquals("10^{-15}", Printer.latex().render(f.decimal(new BigDecimal("1e-15"))));
    }

    @Test
    void abstractFunctionsAndTheirDerivatives() {
        assertEquals("w(x)", text(f.call("w", List.of(), List.of(x))));
        assertEquals("s''(x)", text(f.call("s", List.of(0, 0), List.of(x))));
        assertEquals("∂₁₂g(x, y)", text(f.call("g", List.of(0, 1), List.of(x, y))));
        assertEquals("s'\\left(x\\right)", Printer.latex().render(f.call("s", List.of(0), List.of(x))));
    }

    @Test
    void namesAreTypeset() {
        Formula target = f.symbol("y_true");
        Formula start = f.symbol("h0");
        Formula rate = f.symbol("alpha");
        Formula adjoint = f.symbol(Name.of("h").with(Name.Accent.ADJOINT).at("3"));
        assertEquals("hBar[3]", text(adjoint));
        assertEquals("\\bar{h}_{3}", Printer.latex().render(adjoint));
        assertEquals("y_{\\mathrm{true}}", Printer.latex().render(target));
        assertEquals("h_{0}", Printer.latex().render(start));
        assertEquals("\\alpha", Printer.latex().render(rate));
        assertEquals(
                "<msub><mi>h</mi><mrow><mn>0</mn></mrow></msub>",
                Printer.mathml().render(start));
        assertEquals("<mi>α</mi>", Printer.mathml().render(rate));
    }

    @Test
    void mathmlIsWellFormed() {
        Formula choice = f.conditional(f.compare(Relation.LESS_EQUAL, x, y), slope, f.apply(Function1.SQRT, slope));
        Formula everything = f.add(
                f.divide(choice, f.call("g", List.of(1), List.of(x, f.symbol("a<&>b")))),
                f.apply(Function1.ABS, f.multiply(f.decimal(new BigDecimal("2e-30")), f.number(Rational.of(1, 7)))));
        String math = "<math>" + Printer.mathml().render(everything) + "</math>";
        assertDoesNotThrow(() -> DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(math))));
    }

    @Test
    void aSharedFormulaTooLongToWriteOutIsRefusedAndCanBeAbbreviated() {
        Formula shared = f.add(x, f.apply(Function1.SIN, y));
        for (int i = 0; i < 40; i++) {
            shared = f.multiply(f.apply(Function1.TANH, shared), f.apply(Function1.COS, shared));
        }
        Formula root = shared;
        assertThrows(IllegalArgumentException.class, () -> text(root));
        Abbreviation abbreviation = Abbreviation.of(f, List.of(root));
        assertEquals(40, abbreviation.definitions().size());
        assertEquals("x + sin(y)", text(abbreviation.definitions().get(0).meaning()));
        assertEquals(
                "tanh(u1) * cos(u1)", text(abbreviation.definitions().get(1).meaning()));
        assertEquals("tanh(u40) * cos(u40)", text(abbreviation.formulas().get(0)));
    }

    @Test
    void abbreviationsAvoidTheAuthorsNames() {
        Formula argument = f.add(f.symbol("u1"), f.multiply(x, y));
        Formula root = f.add(f.apply(Function1.SIN, argument), f.apply(Function1.COS, argument));
        Abbreviation abbreviation = Abbreviation.of(f, List.of(root));
        assertEquals("sin(u2) + cos(u2)", text(abbreviation.formulas().get(0)));
    }

    private static String text(Formula formula) {
        return Printer.text().render(formula);
    }
}
