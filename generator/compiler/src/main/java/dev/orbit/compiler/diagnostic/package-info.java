/** Problems as values: codes, one typed record per problem, and the renderers for people, one line and JSON. */
package dev.orbit.compiler.diagnostic;
