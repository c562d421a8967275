package dev.orbit.maven;

import java.util.Set;
import org.eclipse.aether.collection.DependencyCollectionContext;
import org.eclipse.aether.collection.DependencySelector;
import org.eclipse.aether.graph.Dependency;

/** Leaves out, from the first level on, what only tests or a container need. */
record RuntimeScope(DependencySelector others) implements DependencySelector {
    private static final Set<String> LEFT_OUT = Set.of("test", "provided");

    @Override
    public boolean selectDependency(Dependency dependency) {
        return !LEFT_OUT.contains(dependency.getScope()) && others.selectDependency(dependency);
    }

    @Override
    public DependencySelector deriveChildSelector(DependencyCollectionContext context) {
        return new RuntimeScope(others.deriveChildSelector(context));
    }
}
