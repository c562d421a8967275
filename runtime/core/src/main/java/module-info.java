/** What emitted classes link to; it needs nothing but the Java platform. */
module dev.orbit.runtime {
    // "exports dev.orbit.runtime" comes with the first public type: javac refuses to export an empty package.
}
