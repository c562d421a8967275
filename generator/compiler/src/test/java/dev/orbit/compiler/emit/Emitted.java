package dev.orbit.compiler.emit;

import dev.orbit.compiler.execute.CompiledClasses;
import dev.orbit.compiler.execute.JavaSource;
import dev.orbit.compiler.execute.MemoryCompiler;
import java.util.ArrayList;
import java.util.List;

/** Emits and compiles; javac must find nothing to warn of. */
record Emitted(List<EmitRequest> requests, List<Emission> emissions, CompiledClasses classes) {
    static Emitted of(List<EmitRequest> requests) {
        List<Emission> emissions = requests.stream().map(Emitter::emit).toList();
        List<JavaSource> sources = new ArrayList<>();
        emissions.forEach(emission -> sources.add(new JavaSource(emission.qualifiedName(), emission.source())));
        return new Emitted(requests, emissions, MemoryCompiler.compile(sources));
    }

    static Emitted of(EmitRequest request) {
        return of(List.of(request));
    }

    String name() {
        return emissions.get(0).qualifiedName();
    }

    String source() {
        return emissions.get(0).source();
    }
}
