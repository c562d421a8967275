package dev.orbit.badhouse.model;

import dev.orbit.badhouse.driver.Driver;

record HoldsArrayOfDrivers(Driver[][] drivers) {}
