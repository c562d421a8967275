/** Small optimisers on plain arrays, for models that Orbit generated and for any other differentiable function. */
module dev.orbit.fit {
    requires transitive dev.orbit.runtime;

    exports dev.orbit.fit;
}
