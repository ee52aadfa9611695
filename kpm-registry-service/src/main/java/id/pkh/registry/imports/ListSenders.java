package id.pkh.registry.imports;

/** Who may send lists of a kind; each has a path of its own, with its roles. */
enum ListSenders {
    /** What the registry holds of areas, facilitators and families. */
    ADMINISTRATORS,
    /** What the field records of candidates. */
    FIELD,
    /** What the ministry decides. */
    MINISTRY
}
