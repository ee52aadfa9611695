package id.pkh.registry.family.domain;

/** As the civil registry records it; the forms write L and P. */
public enum Sex {
    FEMALE,
    MALE
}
