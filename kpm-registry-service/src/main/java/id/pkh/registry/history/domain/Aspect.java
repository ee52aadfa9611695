package id.pkh.registry.history.domain;

/** What a family has one of at a time. */
public enum Aspect {
    VILLAGE,
    GROUP,
    BANK,
    CARETAKER,
    STATUS
}
