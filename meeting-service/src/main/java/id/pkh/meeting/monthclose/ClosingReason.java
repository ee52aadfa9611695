package id.pkh.meeting.monthclose;

/** Why a closing was started. */
enum ClosingReason {
    /** A person asked for it. */
    REQUEST,
    /** Its day in the calendar had come. */
    CALENDAR
}
