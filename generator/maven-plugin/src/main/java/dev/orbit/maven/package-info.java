/** The front door for Maven: the goals {@code generate}, {@code generate-test} and {@code check}. */
package dev.orbit.maven;
