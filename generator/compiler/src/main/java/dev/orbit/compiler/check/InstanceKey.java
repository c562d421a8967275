package dev.orbit.compiler.check;

import java.util.List;

/** The name of a function, the sizes of its arguments, and the names of the functions among them: what has one typed body. */
record InstanceKey(String function, List<List<Integer>> sizes, List<String> handed) {}
