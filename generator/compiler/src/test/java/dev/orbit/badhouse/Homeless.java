package dev.orbit.badhouse;

final class Homeless {}
