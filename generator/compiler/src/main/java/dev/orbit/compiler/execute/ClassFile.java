package dev.orbit.compiler.execute;

import static java.util.Objects.requireNonNull;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;

/** What a class file holds, as far as tests ask: The Java Virtual Machine Specification, chapter 4. */
public final class ClassFile {
    private static final int UTF8 = 1;

    private final DataInputStream in;
    private final Map<Integer, String> texts = new TreeMap<>();

    private ClassFile(byte[] file) {
        in = new DataInputStream(new ByteArrayInputStream(file));
    }

    /** Bytes of bytecode of each method, by name and descriptor. */
    public static Map<String, Integer> codeSizes(byte[] file) {
        try {
            return new ClassFile(file).sizes();
        } catch (IOException e) {
            throw new UncheckedIOException("no class file", e);
        }
    }

    private Map<String, Integer> sizes() throws IOException {
        in.skipNBytes(4 + 2 + 2);
        readConstants();
        in.skipNBytes(2 + 2 + 2);
        in.skipNBytes(2L * in.readUnsignedShort());
        readMembers();
        return readMembers();
    }

    private void readConstants() throws IOException {
        int count = in.readUnsignedShort();
        for (int i = 1; i < count; i++) {
            int tag = in.readUnsignedByte();
            if (tag == UTF8) {
                texts.put(i, in.readUTF());
            } else {
                in.skipNBytes(length(tag));
            }
            // Longs and doubles take two places.
            i += tag == 5 || tag == 6 ? 1 : 0;
        }
    }

    private static int length(int tag) {
        return switch (tag) {
            case 3, 4, 9, 10, 11, 12, 17, 18 -> 4;
            case 5, 6 -> 8;
            case 7, 8, 16, 19, 20 -> 2;
            case 15 -> 3;
            default -> throw new IllegalArgumentException("a class file has no constants of kind " + tag);
        };
    }

    private Map<String, Integer> readMembers() throws IOException {
        Map<String, Integer> sizes = new TreeMap<>();
        int members = in.readUnsignedShort();
        for (int i = 0; i < members; i++) {
            in.skipNBytes(2);
            String name = texts.get(in.readUnsignedShort()) + texts.get(in.readUnsignedShort());
            int attributes = in.readUnsignedShort();
            for (int k = 0; k < attributes; k++) {
                String attribute = requireNonNull(texts.get(in.readUnsignedShort()));
                int length = in.readInt();
                if (attribute.equals("Code")) {
                    in.skipNBytes(2 + 2);
                    int size = in.readInt();
                    sizes.put(name, size);
                    in.skipNBytes(length - 2 - 2 - 4);
                } else {
                    in.skipNBytes(length);
                }
            }
        }
        return sizes;
    }
}
