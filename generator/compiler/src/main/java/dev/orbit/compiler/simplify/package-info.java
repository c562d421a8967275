/** Program to program, before and after differentiation: stabilise, fold, share, hoist, peel, unroll, drop. */
package dev.orbit.compiler.simplify;
