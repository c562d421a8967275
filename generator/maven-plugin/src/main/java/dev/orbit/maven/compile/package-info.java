/** What the goals do with the compiler: loaded, with the compiler and all it stands on, only where there is work. */
package dev.orbit.maven.compile;
