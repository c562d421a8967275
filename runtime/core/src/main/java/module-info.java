/** What emitted classes link to; it needs nothing but the Java platform. */
module dev.orbit.runtime {
    exports dev.orbit.runtime;
}
