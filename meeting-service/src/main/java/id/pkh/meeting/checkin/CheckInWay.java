package id.pkh.meeting.checkin;

/** How a family checked in. */
public enum CheckInWay {
    /** The facilitator scanned its card. */
    CARD_SCANNED,
    /** It scanned the code of the session. */
    FAMILY_PHONE
}
