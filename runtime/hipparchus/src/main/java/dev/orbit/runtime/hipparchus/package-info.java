/** Lets the optimisers of Hipparchus take what Orbit generates: by gradient, within bounds, by least squares. */
package dev.orbit.runtime.hipparchus;
