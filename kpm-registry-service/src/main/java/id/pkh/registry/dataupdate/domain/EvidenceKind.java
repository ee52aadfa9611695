package id.pkh.registry.dataupdate.domain;

/** What shows that a change is true. */
public enum EvidenceKind {
    FAMILY_CARD,
    ID_CARD,
    BIRTH_CERTIFICATE,
    DEATH_CERTIFICATE,
    MOVE_LETTER,
    SCHOOL_LETTER,
    HEALTH_BOOK,
    DISABILITY_LETTER,
    BANK_LETTER,
    HOME_VISIT,
    STATEMENT_OF_FAMILY,
    FORMER_UPDATE
}
