package dev.orbit.compiler.driver;

import dev.orbit.compiler.code.Outline;
import dev.orbit.compiler.emit.Emission;
import dev.orbit.compiler.emit.EmitRequest;
import dev.orbit.compiler.emit.Emitter;
import dev.orbit.compiler.model.Model;
import dev.orbit.compiler.plan.CostAccount;
import dev.orbit.compiler.program.Program;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What the class documentation tells of the class itself: where it comes from, what a call costs, what was checked. */
final class Documentation {
    private Documentation() {}

    static Outline.Account account(Model model, Program derivative) {
        Optional<Path> file = Optional.ofNullable(Path.of(model.source().name()).getFileName());
        return new Outline.Account(
                file.map(Path::toString).orElse(""), CostAccount.of(derivative).lines(), List.of(), "orbit");
    }

    /** The same class, which now also tells what was checked. */
    static Product checked(Product product, Trial trial) {
        Outline old = product.outline();
        Outline.Account account = new Outline.Account(
                old.account().source(),
                old.account().cost(),
                trial.promises(),
                old.account().tool());
        Outline outline = new Outline(
                old.packageName(),
                old.className(),
                old.doc(),
                old.parameters(),
                old.columns(),
                old.steps(),
                old.functions(),
                old.starts(),
                old.offers(),
                old.notes(),
                account);
        Emission emission = Emitter.emit(new EmitRequest(outline, product.derivative(), product.others()));
        return new Product(
                product.source(),
                product.primal(),
                product.stabilised(),
                product.plan(),
                product.derivative(),
                product.others(),
                outline,
                emission,
                Optional.of(trial));
    }
}
