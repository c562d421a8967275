package dev.orbit.badhouse.driver;

import com.fasterxml.jackson.databind.JsonNode;

record SeesJackson(JsonNode node) {}
