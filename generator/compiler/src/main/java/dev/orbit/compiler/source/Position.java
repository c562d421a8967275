package dev.orbit.compiler.source;

/** A place as people count it: line and column from 1; a column is one Unicode code point, a tab is one column. */
public record Position(int line, int column) {}
