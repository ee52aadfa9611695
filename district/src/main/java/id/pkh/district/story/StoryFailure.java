package id.pkh.district.story;

/** The story cannot go on; {@link Story#play()} turns it into a failure of the result. */
public final class StoryFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StoryFailure(String message) {
        super(message);
    }

    public StoryFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
