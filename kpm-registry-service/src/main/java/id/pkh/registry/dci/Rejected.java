package id.pkh.registry.dci;

import id.pkh.registry.dci.domain.Rejection;

/** One request of a message that is rejected, while the others are answered. */
class Rejected extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Rejection reason;

    /**
     * @param reason null when the standard has no code for it
     */
    Rejected(Rejection reason, String text) {
        super(text);
        this.reason = reason;
    }

    /** The code, or null. */
    String code() {
        return reason == null ? null : reason.code();
    }
}
