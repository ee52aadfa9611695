package id.pkh.contracts;

/**
 * Kinds of meeting a family is expected at. Codes travel as strings; a consumer tolerates codes it
 * does not know.
 */
public final class MeetingKinds {

    public static final String GROUP_MEETING = "GROUP_MEETING";
    public static final String P2K2 = "P2K2";

    private MeetingKinds() {}
}
