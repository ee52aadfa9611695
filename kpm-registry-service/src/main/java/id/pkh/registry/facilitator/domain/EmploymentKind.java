package id.pkh.registry.facilitator.domain;

/** How a facilitator is employed. The names are codes. */
public enum EmploymentKind {
    /** By contract with the programme. */
    CONTRACT,
    /** Staff of the government with a contract (PPPK). */
    GOVERNMENT_CONTRACT,
    CIVIL_SERVANT
}
