package dev.orbit.runtime;

import java.nio.charset.StandardCharsets;

/** The 64-bit FNV-1a hash: it guards against mistakes, not against malice. */
final class Fingerprint {
    private static final long OFFSET_BASIS = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;

    private Fingerprint() {}

    /** Sixteen hexadecimal digits. */
    static String render(String text) {
        long hash = OFFSET_BASIS;
        for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (octet & 0xff)) * PRIME;
        }
        return String.format("%016x", hash);
    }
}
