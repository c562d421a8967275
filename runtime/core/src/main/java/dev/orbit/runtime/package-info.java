/** What an emitted class implements and uses. */
package dev.orbit.runtime;
