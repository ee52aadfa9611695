package id.pkh.contracts;

/**
 * Kinds of meetings that a family is expected to attend. Codes travel as strings; a consumer
 * accepts codes that it does not know.
 */
public final class MeetingKinds {

    public static final String GROUP_MEETING = "GROUP_MEETING";
    public static final String P2K2 = "P2K2";

    private MeetingKinds() {}
}
