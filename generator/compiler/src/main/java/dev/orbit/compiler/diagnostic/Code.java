package dev.orbit.compiler.diagnostic;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The code of a problem record, such as {@code ORB301}. A code stands on exactly one record, so that there is no central
 * list to keep; a test collects them and asks for a page in {@code docs/diagnostics} and a bad spec for each.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Code {
    String value();
}
