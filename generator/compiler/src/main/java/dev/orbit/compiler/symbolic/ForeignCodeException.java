package dev.orbit.compiler.symbolic;

/**
 * The working directory holds a folder whose files the computer algebra system would execute when it starts. The
 * compiler does not run what happens to lie where it is started; the user has to rename the folder or start elsewhere.
 */
public final class ForeignCodeException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String folder;

    public ForeignCodeException(String folder) {
        super("the folder `" + folder + "` in the working directory holds code that would be executed");
        this.folder = folder;
    }

    /** The folder's name, as found below the working directory. */
    public String folder() {
        return folder;
    }
}
