/** The cases B1 to B6: what orbit emits, beside other tools and hand-written Java, in the same runs. */
package dev.orbit.benchmarks;
