package id.pkh.registry.family.domain;

/** How a family's account, bank or caretaker came on record. */
public enum AccountSource {
    /** On record before every change was kept. */
    CARRIED_OVER(false),
    REQUEST(true),
    FILE(true),
    /** Permitted by one person and sent by another. */
    INITIAL_ROSTER(false),
    /** The account that stood before a refused change. */
    REFUSAL(false);

    private final boolean ofOnePerson;

    AccountSource(boolean ofOnePerson) {
        this.ofOnePerson = ofOnePerson;
    }

    public boolean isOfOnePerson() {
        return ofOnePerson;
    }
}
