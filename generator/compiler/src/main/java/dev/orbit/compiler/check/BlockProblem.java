package dev.orbit.compiler.check;

import dev.orbit.compiler.diagnostic.Code;
import dev.orbit.compiler.diagnostic.Note;
import dev.orbit.compiler.diagnostic.SpecProblem;
import dev.orbit.compiler.model.Extent;
import dev.orbit.compiler.source.Span;
import dev.orbit.compiler.syntax.Expression;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Block literals whose blocks do not fit, and stacks that cannot be taken apart as written. */
sealed interface BlockProblem extends SpecProblem {
    @Code("ORB308")
    record HeightsDiffer(Span span, Operand block, Operand other, int row) implements BlockProblem {
        @Override
        public String message() {
            return block.is() + ", " + other.is() + "; both stand in row " + row;
        }

        @Override
        public List<Note> notes() {
            return List.of(other.note());
        }
    }

    @Code("ORB309")
    record WidthsDiffer(Span span, Operand block, Operand other, int column) implements BlockProblem {
        @Override
        public String message() {
            return block.is() + ", " + other.is() + "; both stand in column " + column;
        }

        @Override
        public List<Note> notes() {
            return List.of(other.note());
        }

        @Override
        public Optional<String> help() {
            return asRow(block, other);
        }
    }

    /** Vectors stand in a matrix as columns, which is easily forgotten. */
    private static Optional<String> asRow(Operand one, Operand other) {
        Operand vector = one.shape().isVector() ? one : other;
        return Optional.of("a vector is one column; as a row of a matrix write `transpose(" + vector.words() + ")`")
                .filter(text -> one.shape().isVector() != other.shape().isVector());
    }

    @Code("ORB310")
    record Ragged(Span span, int row, int width, int first) implements BlockProblem {
        @Override
        public String message() {
            return "row " + row + " has " + Words.count(width, "block") + ", row 1 has " + first;
        }

        /** @param row which differs from the first, from 0 */
        static Ragged of(List<List<Expression>> rows, int row) {
            List<Expression> blocks = rows.get(row);
            Span span = blocks.get(0).span().to(blocks.get(blocks.size() - 1).span());
            return new Ragged(span, row + 1, blocks.size(), rows.get(0).size());
        }

        @Override
        public Optional<String> help() {
            return Optional.of("every row has the same number of blocks; `0` fits any block");
        }
    }

    @Code("ORB311")
    record IdentityNotSquare(Span span, Extent height, Optional<Operand> above, Extent width, Optional<Operand> beside)
            implements BlockProblem {
        @Override
        public String message() {
            return "`1` is the identity of a square block, but this one is " + height.explained() + " by "
                    + width.explained();
        }

        @Override
        public List<Note> notes() {
            return Stream.of(above, beside)
                    .flatMap(Optional::stream)
                    .map(Operand::note)
                    .distinct()
                    .toList();
        }

        @Override
        public Optional<String> help() {
            return Optional.of("a number in a 1 by 1 block may be written `1.0`");
        }
    }

    @Code("ORB312")
    record PartCount(Span span, int parts, Operand right, int blocks) implements BlockProblem {
        @Override
        public String message() {
            return "this takes " + Words.count(parts, "part") + "; `" + right.words() + "` has "
                    + Words.count(blocks, "row block");
        }

        @Override
        public List<Note> notes() {
            return List.of(new Note(right.span(), "this has " + Words.count(blocks, "row block")));
        }

        @Override
        public Optional<String> help() {
            return Optional.of("use `_` for rows that are not wanted, or write the sizes: `[p[k]; q[n]] = ...`");
        }
    }

    @Code("ORB313")
    record PartDiffers(Span span, String part, Extent size, int row, Extent block, Operand right, List<Note> declared)
            implements BlockProblem {
        public PartDiffers {
            declared = List.copyOf(declared);
        }

        @Override
        public String message() {
            return "`" + part + "` takes " + Words.rows(size) + "; row block " + row + " of `" + right.words()
                    + "` has " + Words.rows(block);
        }

        @Override
        public List<Note> notes() {
            Note taken = new Note(right.span(), "this is taken apart");
            return Stream.concat(Stream.of(taken), declared.stream()).toList();
        }
    }

    @Code("ORB335")
    record PartSum(Span span, Extent sum, Operand right) implements BlockProblem {
        @Override
        public String message() {
            return "the parts take " + Words.rows(sum) + " together; `" + right.words() + "` has "
                    + Words.rows(right.shape().rows());
        }

        @Override
        public List<Note> notes() {
            return List.of(right.note());
        }
    }

    @Code("ORB336")
    record PartUnknown(Span span, String part, Operand right) implements BlockProblem {
        @Override
        public String message() {
            return "nothing tells how many rows `" + part + "` takes";
        }

        @Override
        public List<Note> notes() {
            return List.of(right.note());
        }

        @Override
        public Optional<String> help() {
            return Optional.of("write its size: `" + part + "[k]`");
        }
    }

    @Code("ORB340")
    record NothingToTake(Span span, Operand right) implements BlockProblem {
        @Override
        public String message() {
            return right.is() + "; only a vector or matrix can be taken apart";
        }
    }
}
