package dev.orbit.compiler.execute;

import dev.orbit.runtime.Model;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Class files held in memory, and the classes loaded from them. */
public final class CompiledClasses {
    private final Map<String, byte[]> files;
    private final Loader loader;

    CompiledClasses(Map<String, byte[]> files) {
        this.files = new TreeMap<>(files);
        this.loader = new Loader(this.files);
    }

    /** The class files by binary name. */
    public Map<String, byte[]> files() {
        return new TreeMap<>(files);
    }

    /** A class, not yet initialised. */
    public Class<?> type(String qualifiedName) {
        try {
            return Class.forName(qualifiedName, false, loader);
        } catch (ClassNotFoundException e) {
            throw new IllegalArgumentException(qualifiedName + " was not compiled", e);
        }
    }

    /** The interfaces of a model's abstract functions, in order of declaration. */
    public List<Class<?>> functions(String qualifiedName) {
        return List.of(constructor(qualifiedName).getParameterTypes());
    }

    /**
     * An instance of a model.
     *
     * @param functions the abstract functions in order of declaration, each of the interface that {@link #functions} tells
     */
    public Model model(String qualifiedName, List<?> functions) {
        try {
            return (Model) constructor(qualifiedName).newInstance(functions.toArray());
        } catch (InstantiationException | IllegalAccessException e) {
            throw new IllegalStateException(e);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private Constructor<?> constructor(String qualifiedName) {
        return Arrays.stream(type(qualifiedName).getConstructors())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(qualifiedName + " has no public constructor"));
    }

    /** Finds the emitted classes here and the runtime where the compiler finds it. */
    private static final class Loader extends ClassLoader {
        private final Map<String, byte[]> files;

        Loader(Map<String, byte[]> files) {
            super(Model.class.getClassLoader());
            this.files = files;
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            byte[] file = files.get(name);
            if (file == null) {
                throw new ClassNotFoundException(name);
            }
            return defineClass(name, file, 0, file.length);
        }
    }
}
