package id.pkh.verification.exemption;

/** What an exemption covers. */
public enum ExemptionScope {
    AREA,
    SCHOOL,
    HEALTH_POINT,
    KPM
}
