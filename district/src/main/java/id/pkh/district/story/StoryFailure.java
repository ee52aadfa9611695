package id.pkh.district.story;

/** The story cannot go on. */
final class StoryFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StoryFailure(String message) {
        super(message);
    }

    StoryFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
