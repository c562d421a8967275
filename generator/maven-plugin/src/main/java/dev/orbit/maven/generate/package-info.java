/** What the goals do, without Maven: which specs, whether anything has changed, what is written, what is said. */
package dev.orbit.maven.generate;
