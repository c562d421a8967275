package dev.orbit.maven;

import dev.orbit.maven.generate.Message;
import dev.orbit.maven.generate.Request;
import dev.orbit.maven.generate.Spec;
import dev.orbit.maven.generate.Workshop;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** A workshop whose loader is the thread's while it works: libraries look there for their resources. */
record Inside(ClassLoader loader, Workshop workshop) implements Workshop {
    @Override
    public Work compile(Request request, List<Spec> specs) {
        return inside(() -> workshop.compile(request, specs));
    }

    @Override
    public Work check(Request request, List<Spec> specs) {
        return inside(() -> workshop.check(request, specs));
    }

    @Override
    public List<Message> write(Path folder, Map<String, String> sources) {
        return inside(() -> workshop.write(folder, sources));
    }

    private <R> R inside(Supplier<R> work) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        try {
            return work.get();
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
