/** Fits a model to its data: where it starts, how far it is, and what is told, saved and drawn when it is done. */
package dev.orbit.cli.fit;
