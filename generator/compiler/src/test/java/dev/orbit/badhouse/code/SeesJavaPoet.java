package dev.orbit.badhouse.code;

import com.palantir.javapoet.JavaFile;

record SeesJavaPoet(JavaFile file) {}
