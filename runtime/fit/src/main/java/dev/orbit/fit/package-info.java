/** Optimisers on plain arrays that allocate nothing per step: L-BFGS with bounds, Adam, and Newton's method for the last digits. */
package dev.orbit.fit;
