package dev.orbit.compiler.parse;

import dev.orbit.compiler.source.SourceFile;
import dev.orbit.compiler.source.Span;
import dev.orbit.compiler.syntax.Declaration;
import dev.orbit.compiler.syntax.ModelHeader;
import dev.orbit.compiler.syntax.Name;
import dev.orbit.compiler.syntax.PackageHeader;
import dev.orbit.compiler.syntax.Spec;
import dev.orbit.compiler.syntax.Unread;
import dev.orbit.grammar.OrbitParser;
import dev.orbit.grammar.OrbitParser.DeclarationContext;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;

/** The parse tree of a file to a spec: the two headers, and the declarations in their order. */
final class SpecReader {
    private final SourceFile source;
    private final Words words;
    private final Findings findings;
    private final DeclarationReader declarations;

    SpecReader(SourceFile source, Words words, Findings findings) {
        this.source = source;
        this.words = words;
        this.findings = findings;
        this.declarations = new DeclarationReader(words.docs(), findings);
    }

    Spec read(OrbitParser.SpecContext tree, List<Unread> unread) {
        List<DeclarationContext> sound = tree.declaration().stream()
                .filter(each -> each.exception == null)
                .toList();
        List<PackageHeader> packages = sound.stream()
                .filter(each -> each.packageHeader() != null)
                .map(each -> packageHeader(each.packageHeader()))
                .toList();
        List<ModelHeader> models = sound.stream()
                .filter(each -> each.modelHeader() != null)
                .map(each -> modelHeader(each, each.modelHeader()))
                .toList();
        refuseSecond("package", packages.stream().map(PackageHeader::span).toList());
        refuseSecond("model", models.stream().map(ModelHeader::span).toList());
        List<Declaration> read = sound.stream()
                .flatMap(each -> declarations.visit(each).stream())
                .toList();
        ModelHeader model = models.stream().findFirst().orElseGet(this::missingModel);
        return new Spec(source, packages.stream().findFirst(), model, read, unread);
    }

    private static PackageHeader packageHeader(OrbitParser.PackageHeaderContext context) {
        return new PackageHeader(Trees.names(context.name()), Trees.span(context));
    }

    private ModelHeader modelHeader(ParserRuleContext declaration, OrbitParser.ModelHeaderContext context) {
        return new ModelHeader(declarations.doc(declaration), Trees.name(context.name()), Trees.span(context));
    }

    private void refuseSecond(String word, List<Span> headers) {
        headers.stream()
                .skip(1)
                .forEach(second -> findings.add(new StatementProblem.RepeatedHeader(second, word, headers.get(0))));
    }

    // Goes on under the name of the file, so that the rest of the spec can still be checked.
    private ModelHeader missingModel() {
        Span start = Tokens.span(words.tokens().get(0));
        Span point = new Span(start.start(), start.start());
        boolean tried = words.tokens().stream().anyMatch(token -> token.getType() == OrbitParser.MODEL)
                || findings.any(problem -> problem instanceof StatementProblem.MissingModel)
                || findings.any(problem -> problem instanceof StatementProblem.UnknownStatement statement
                        && statement.instead().equals(Optional.of("model")));
        if (!tried) {
            findings.add(new StatementProblem.MissingModel(point, nameOfFile()));
        }
        return new ModelHeader(Optional.empty(), new Name(nameOfFile(), point), point);
    }

    private String nameOfFile() {
        String file = source.name().replaceFirst("^.*[/\\\\]", "").replaceFirst("\\.orbit$", "");
        boolean sound = file.codePoints().allMatch(c -> c < 0x80 && Character.isLetterOrDigit(c))
                && !file.isEmpty()
                && Character.isLetter(file.charAt(0));
        return sound ? Character.toUpperCase(file.charAt(0)) + file.substring(1) : "Model";
    }
}
