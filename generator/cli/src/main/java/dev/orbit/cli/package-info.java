/** The command {@code orbit}: arguments to a compile request, a compilation to an exit code. */
package dev.orbit.cli;
