package dev.orbit.compiler.syntax;

import dev.orbit.compiler.source.Span;
import java.util.List;
import java.util.stream.Collectors;

/** {@code package com.acme.models;} */
public record PackageHeader(List<Name> parts, Span span) {
    public PackageHeader {
        parts = List.copyOf(parts);
    }

    /** The parts joined by points. */
    public String name() {
        return parts.stream().map(Name::text).collect(Collectors.joining("."));
    }
}
