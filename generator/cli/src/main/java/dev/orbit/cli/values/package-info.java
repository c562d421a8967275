/** The values that a model is evaluated at: read from JSON and CSV, laid out as the emitted class takes them. */
package dev.orbit.cli.values;
