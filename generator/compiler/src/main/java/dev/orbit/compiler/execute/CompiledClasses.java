package dev.orbit.compiler.execute;

import dev.orbit.runtime.Model;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Class files held in memory, and the classes loaded from them. */
public final class CompiledClasses {
    private final Map<String, byte[]> files;

    CompiledClasses(Map<String, byte[]> files) {
        this.files = new TreeMap<>(files);
    }

    /** A model's class file, and those of classes nested in it, by binary name. */
    public Map<String, byte[]> files() {
        return new TreeMap<>(files);
    }

    /**
     * An instance of a model.
     *
     * @param functions the abstract functions in order of declaration
     */
    public Model model(String qualifiedName, List<?> functions) {
        throw new UnsupportedOperationException("in the next step");
    }
}
