package dev.orbit.badhouse.parse;

import org.antlr.v4.runtime.Token;

record MaySeeAntlr(Token token) {}
