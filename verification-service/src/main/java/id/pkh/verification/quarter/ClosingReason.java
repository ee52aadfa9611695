package id.pkh.verification.quarter;

/** Why a closing was started. */
public enum ClosingReason {
    /** A person asked for it. */
    REQUEST,
    /** Its day in the calendar had come. */
    CALENDAR
}
