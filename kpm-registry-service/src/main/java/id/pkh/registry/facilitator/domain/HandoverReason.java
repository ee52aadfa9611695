package id.pkh.registry.facilitator.domain;

/** Why a village gets another facilitator. The names are codes. */
public enum HandoverReason {
    TRANSFERRED(false, true),
    RESIGNED(false, true),
    WORKLOAD(false, true),
    ILLNESS(true, true),
    DISMISSED(true, false),
    DECEASED(true, false),
    OTHER(false, true);

    private final boolean permitsShortNotice;
    private final boolean hasOverlap;

    HandoverReason(boolean permitsShortNotice, boolean hasOverlap) {
        this.permitsShortNotice = permitsShortNotice;
        this.hasOverlap = hasOverlap;
    }

    /** Whether families can wait for the notice that is usual. */
    public boolean permitsShortNotice() {
        return permitsShortNotice;
    }

    /** Whether the predecessor can still act beside the successor. */
    public boolean hasOverlap() {
        return hasOverlap;
    }
}
