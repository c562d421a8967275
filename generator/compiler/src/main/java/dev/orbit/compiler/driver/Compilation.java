package dev.orbit.compiler.driver;

import dev.orbit.compiler.diagnostic.Diagnostics;
import dev.orbit.compiler.model.Model;
import dev.orbit.compiler.syntax.Spec;
import java.util.Optional;

/**
 * What came of a compilation.
 *
 * @param diagnostics everything that was said
 * @param spec what was read; after syntax errors, what could be read
 * @param model the checked model; empty after errors
 * @param product the class and what led to it; empty after errors and when only checked
 * @param fault what the compiler stumbled over, if it did; it is also reported
 */
public record Compilation(
        Diagnostics diagnostics,
        Optional<Spec> spec,
        Optional<Model> model,
        Optional<Product> product,
        Optional<Throwable> fault) {}
