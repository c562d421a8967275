package dev.orbit.compiler.parse;

import dev.orbit.compiler.diagnostic.SpecProblem;

/** What can be wrong with a text before it has a meaning: codes ORB100 to ORB149. */
public sealed interface SyntaxProblem extends SpecProblem
        permits TextProblem, BracketProblem, StatementProblem, ExpressionProblem {}
