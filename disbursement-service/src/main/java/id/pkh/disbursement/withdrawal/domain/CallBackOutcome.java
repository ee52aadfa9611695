package id.pkh.disbursement.withdrawal.domain;

/** What a family told the person who asked about its withdrawal. */
public enum CallBackOutcome {
    CONFIRMED,
    /** It received another amount than was reported. */
    DIFFERS,
    NOT_REACHED;

    /** Whether the family was asked. */
    public boolean isConclusive() {
        return this != NOT_REACHED;
    }
}
