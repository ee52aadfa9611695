package id.pkh.district.outside;

/** The registry did not answer the other system as its pages say. */
public final class OutsideFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    OutsideFailure(String message) {
        super(message);
    }

    OutsideFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
