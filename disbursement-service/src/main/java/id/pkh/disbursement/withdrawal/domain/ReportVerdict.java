package id.pkh.disbursement.withdrawal.domain;

/** What becomes of a report that a person sends. */
public sealed interface ReportVerdict {

    /** It is recorded as this revision. */
    record Recorded(int revision) implements ReportVerdict {}

    /** The latest revision states the same. */
    record Unchanged(int revision) implements ReportVerdict {}

    /**
     * It is not recorded.
     *
     * @param detail the field, the day or the revision that the sender has to look at
     */
    record Refused(String code, String detail) implements ReportVerdict {}
}
