/** Real models as a user would train them: the specs of this module, data, and a few lines of Java for each. */
package dev.orbit.samples;
