package dev.orbit.badhouse.plan;

import org.matheclipse.core.interfaces.IExpr;

record SeesSymja(IExpr expression) {}
