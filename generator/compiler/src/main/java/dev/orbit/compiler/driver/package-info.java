/** The whole pipeline on one screen, dumps, and the wrapper around internal errors. */
package dev.orbit.compiler.driver;
