package id.pkh.contracts;

/**
 * Why a group meeting was not held. Codes travel as strings; a consumer accepts codes that it does
 * not know.
 */
public final class NotHeldReasons {

    public static final String NO_SHEET_RECEIVED = "NO_SHEET_RECEIVED";
    public static final String FACILITATOR_ABSENT = "FACILITATOR_ABSENT";
    public static final String NO_FACILITATOR_ASSIGNED = "NO_FACILITATOR_ASSIGNED";
    public static final String DISASTER = "DISASTER";
    public static final String PUBLIC_EMERGENCY = "PUBLIC_EMERGENCY";
    public static final String VENUE_UNAVAILABLE = "VENUE_UNAVAILABLE";

    private NotHeldReasons() {}
}
