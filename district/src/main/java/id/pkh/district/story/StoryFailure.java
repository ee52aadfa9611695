package id.pkh.district.story;

/** The story cannot continue; {@link Story#play()} turns this into a failure of the result. */
public final class StoryFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StoryFailure(String message) {
        super(message);
    }

    public StoryFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
