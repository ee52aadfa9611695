package id.pkh.registry.complaint.domain;

/** What is done about a complaint. The steps of a card are taken in the order of its cause. */
public enum StepKind {
    POLICE_LETTER(true),
    BANK_REPORTED(true),
    HOLDER_ASKED(true),
    CARD_REPLACED(true),
    CARD_RETURNED(true),
    UNBLOCKED(true),
    FAMILY_VISITED(false),
    FAMILY_CALLED(false),
    OFFICE_ASKED(false),
    DATA_UPDATED(false),
    ADVOCACY_LISTED(false),
    OTHER(false);

    private final boolean ofCard;

    StepKind(boolean ofCard) {
        this.ofCard = ofCard;
    }

    public boolean isOfCard() {
        return ofCard;
    }

    /** The letter of the police is found again by its number. */
    public boolean needsReference() {
        return this == POLICE_LETTER;
    }

    /** A new card is known by its last digits, never by its number. */
    public boolean hasCardDigits() {
        return this == CARD_REPLACED;
    }
}
