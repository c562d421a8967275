package dev.orbit.badhouse.driver;

import dev.orbit.badhouse.syntax.SeesDriver;

public record Driver(Class<SeesDriver> seen) {}
