/** How a program is differentiated: mode, what to store or recompute, which form of each partial. */
package dev.orbit.compiler.plan;
