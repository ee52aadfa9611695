package id.pkh.registry.facilitator.domain;

/** Why an appointment ended. The names are codes. */
public enum AppointmentEnd {
    RESIGNED,
    DISMISSED,
    DECEASED,
    ILLNESS,
    TRANSFERRED,
    /** It never was; it counts on no day. */
    ENTERED_WRONGLY
}
