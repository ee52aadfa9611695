package id.pkh.verification.appeal;

/** Through whom the family lodged its appeal. */
public enum AppealChannel {
    FACILITATOR,
    COORDINATOR,
    ADMINISTRATOR,
    HOTLINE
}
