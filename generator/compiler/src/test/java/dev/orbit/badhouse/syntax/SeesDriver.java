package dev.orbit.badhouse.syntax;

import dev.orbit.badhouse.driver.Driver;

public record SeesDriver(Driver driver) {}
