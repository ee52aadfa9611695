package id.pkh.registry.family.domain;

/** Sex as the civil registry records it; the forms write L and P. */
public enum Sex {
    FEMALE,
    MALE
}
