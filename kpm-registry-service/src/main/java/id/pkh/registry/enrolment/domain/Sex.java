package id.pkh.registry.enrolment.domain;

/** As the civil registry records it; the forms write L and P. */
public enum Sex {
    FEMALE,
    MALE
}
