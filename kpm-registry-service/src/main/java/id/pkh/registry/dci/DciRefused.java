package id.pkh.registry.dci;

import id.pkh.registry.dci.domain.DciError;
import id.pkh.registry.dci.domain.Rejection;

/** A message that is refused as a whole. The text is shown, so it has no value of the message. */
class DciRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final DciError error;

    DciRefused(DciError error, String text) {
        super(text);
        this.error = error;
    }

    /** A malformed message; the text begins with the reason that the standard has for it. */
    DciRefused(Rejection reason, String text) {
        this(DciError.BAD_REQUEST, reason.code() + ": " + text);
    }

    DciError error() {
        return error;
    }
}
