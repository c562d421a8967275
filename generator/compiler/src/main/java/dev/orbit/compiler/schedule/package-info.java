/** Program to schedule: order, fusion, storage, lanes, tiles, kernels. */
package dev.orbit.compiler.schedule;
