package dev.orbit.compiler.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orbit.compiler.diagnostic.Diagnostics;
import dev.orbit.compiler.source.SourceFile;
import dev.orbit.compiler.syntax.Declaration;
import dev.orbit.compiler.syntax.Expression;
import dev.orbit.compiler.syntax.Setting;
import dev.orbit.compiler.syntax.Spec;
import dev.orbit.compiler.syntax.SpecPrinter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SpecParserTest {
    @Test
    void namesAreComparedAfterNormalisation() {
        Spec spec = read("model M; param e\u0301; loss \u00E9;");
        Declaration.Param param = (Declaration.Param) spec.declarations().get(0);
        Declaration.Loss loss = (Declaration.Loss) spec.declarations().get(1);
        assertEquals(
                param.name().text(),
                ((Expression.Reference) loss.value()).name().text());
        assertEquals(2, param.name().span().length());
    }

    @Test
    void spansCountUtf16UnitsBeyondTheBasicPlane() {
        Spec spec = read("model M; let \uD835\uDC65 = 1 + 2; // \uD835\uDC65");
        Declaration.Let let = (Declaration.Let) spec.declarations().get(0);
        assertEquals("\uD835\uDC65", spec.source().slice(let.name().span()));
        assertEquals("1 + 2", spec.source().slice(let.value().span()));
    }

    @Test
    void spansCoverWhatIsNamed() {
        Spec spec = read("model M; param W[3*k, n] in (lo, hi) = -2^x, b; step { [p; q'[k]] = f'(u) * W[1, ..]; }");
        SourceFile source = spec.source();
        Declaration.Param first = (Declaration.Param) spec.declarations().get(0);
        assertEquals("W[3*k, n] in (lo, hi) = -2^x", source.slice(first.span()));
        assertEquals("(lo, hi)", source.slice(first.interval().orElseThrow().span()));
        assertEquals("-2^x", source.slice(first.start().orElseThrow().span()));
        assertEquals("b", source.slice(spec.declarations().get(1).span()));
        Declaration.Step step = (Declaration.Step) spec.declarations().get(2);
        assertEquals(
                "[p; q'[k]] = f'(u) * W[1, ..];",
                source.slice(step.statements().get(0).span()));
    }

    @Test
    void documentationBelongsToWhatFollows() {
        Spec spec = read(
                "/** the model */ model M; /** both */ param /** first */ a, b; /* no */ param c; /** x */ /** y */ param d;");
        assertEquals("the model", spec.model().doc().orElseThrow().text());
        assertEquals("first", spec.declarations().get(0).doc().orElseThrow().text());
        assertEquals("both", spec.declarations().get(1).doc().orElseThrow().text());
        assertEquals(Optional.empty(), spec.declarations().get(2).doc());
        assertEquals("y", spec.declarations().get(3).doc().orElseThrow().text());
    }

    @Test
    void bindingsAreReadAlone() {
        Diagnostics diagnostics = new Diagnostics();
        Declaration.InlineFunction binding = SpecParser.parseBinding(
                        new SourceFile("--bind", "s(u, v)=sigmoid(u)*v"), diagnostics)
                .orElseThrow();
        assertEquals("function s(u, v) = sigmoid(u) * v;", printed(binding));
        assertFalse(diagnostics.hasErrors());
    }

    @Test
    void aBadBindingIsTold() {
        for (String bad : new String[] {
            "", "s(u)", "s(u)=", "s(u)=1;", "s=1", "s(3)=1", "s(u)=u)", "s(u)=u # x", "loss(u)=u", "s(u)=\"x"
        }) {
            Diagnostics diagnostics = new Diagnostics();
            assertEquals(Optional.empty(), SpecParser.parseBinding(new SourceFile("--bind", bad), diagnostics), bad);
            assertEquals(1, diagnostics.inOrder().size(), bad);
        }
    }

    @Test
    void settingsAndExpressionsAreReadAlone() {
        Diagnostics diagnostics = new Diagnostics();
        Setting setting = SpecParser.parseSetting(new SourceFile("-D", "k=2*16"), diagnostics)
                .orElseThrow();
        assertEquals("k", setting.name().text());
        assertEquals("2 * 16", SpecPrinter.render(setting.value()));
        Expression expression = SpecParser.parseExpression(new SourceFile("-e", "a+b*c"), diagnostics)
                .orElseThrow();
        assertEquals("a + b * c", SpecPrinter.render(expression));
        assertFalse(diagnostics.hasErrors());
        assertEquals(Optional.empty(), SpecParser.parseSetting(new SourceFile("-D", "k=2,"), diagnostics));
        assertTrue(diagnostics.hasErrors());
    }

    @Test
    void whatCannotBeReadIsKeptByName() {
        Diagnostics diagnostics = new Diagnostics();
        Spec spec = SpecParser.parse(new SourceFile("m.orbit", "model M; param a b; loss a * b;"), diagnostics)
                .orElseThrow();
        assertEquals(1, spec.declarations().size());
        assertEquals(Set.of("a", "b"), spec.unreadNames());
        assertEquals("param a b;", spec.source().slice(spec.unread().get(0).span()));
    }

    @Test
    void aByteOrderMarkIsNoText() {
        byte[] bytes = "\uFEFFmodel M; loss 1;".getBytes(StandardCharsets.UTF_8);
        Diagnostics diagnostics = new Diagnostics();
        SourceFile source = SourceText.decode("bom.orbit", bytes, diagnostics).orElseThrow();
        assertEquals(
                1,
                SpecParser.parse(source, diagnostics)
                        .orElseThrow()
                        .declarations()
                        .size());
        assertTrue(source.text().startsWith("model"));
        assertEquals(1, read("\uFEFFmodel M; loss 1;").declarations().size());
        assertFalse(diagnostics.hasErrors());
    }

    @Test
    void theFirstWrongByteIsTold() {
        byte[] bytes = "model M;\nloss x\u00E9;".getBytes(StandardCharsets.ISO_8859_1);
        Diagnostics diagnostics = new Diagnostics();
        assertEquals(Optional.empty(), SourceText.decode("latin.orbit", bytes, diagnostics));
        assertTrue(
                diagnostics.inOrder().get(0).message().contains("byte 15"),
                diagnostics.inOrder().toString());
        byte[] cut = {'m', (byte) 0xC3};
        assertEquals(Optional.empty(), SourceText.decode("cut.orbit", cut, diagnostics));
    }

    private static String printed(Declaration declaration) {
        Spec spec = read("model M;");
        String text = SpecPrinter.render(
                new Spec(spec.source(), Optional.empty(), spec.model(), List.of(declaration), List.of()));
        return text.substring(text.indexOf('\n') + 1).strip();
    }

    private static Spec read(String text) {
        Diagnostics diagnostics = new Diagnostics();
        Spec spec =
                SpecParser.parse(new SourceFile("m.orbit", text), diagnostics).orElseThrow();
        assertFalse(diagnostics.hasErrors(), diagnostics.inOrder().toString());
        return spec;
    }
}
