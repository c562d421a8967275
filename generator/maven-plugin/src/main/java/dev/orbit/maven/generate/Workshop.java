package dev.orbit.maven.generate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Does the work, where there is any. Seen from here as an interface: while nothing has changed, no compiler is loaded. */
public interface Workshop {
    /** What is made of all specs of a request, which share its dims and bindings. */
    Work compile(Request request, List<Spec> specs);

    /** What is wrong with them; nothing is made. */
    Work check(Request request, List<Spec> specs);

    /**
     * Writes all sources or none; what has the same bytes is left alone.
     *
     * @param sources texts by path below the folder
     * @return what went wrong
     */
    List<Message> write(Path folder, Map<String, String> sources);

    /** Opens a workshop. */
    interface Door {
        /** @throws IOException if the compiler cannot be brought here */
        Workshop open() throws IOException;
    }

    /**
     * What was made.
     *
     * @param messages all there is to say, in order
     * @param sources texts by path below the output folder: classes, then tests
     * @param fault what the compiler stumbled over, if it did; it is also among the messages
     */
    record Work(List<Message> messages, Map<String, String> sources, Optional<Throwable> fault) {
        public Work {
            messages = List.copyOf(messages);
            sources = Collections.unmodifiableMap(new LinkedHashMap<>(sources));
        }
    }
}
