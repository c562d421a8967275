/** A house that breaks each rule of the real one, so that the tests can show that the rules bite. */
package dev.orbit.badhouse;
