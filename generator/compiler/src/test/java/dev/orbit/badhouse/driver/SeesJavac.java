package dev.orbit.badhouse.driver;

import javax.tools.JavaCompiler;

record SeesJavac(JavaCompiler compiler) {}
