package dev.orbit.badhouse.check;

import org.antlr.v4.runtime.Token;

record SeesAntlr(Token token) {}
