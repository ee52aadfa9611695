package id.pkh.contracts;

/**
 * Causes of the sanction ladder. Codes travel as strings; a consumer accepts codes that it does not
 * know.
 */
public final class SanctionCauses {

    public static final String GROUP_MEETING_ABSENCE = "GROUP_MEETING_ABSENCE";
    public static final String P2K2_ABSENCE = "P2K2_ABSENCE";
    public static final String MEETING_NOT_HELD = "MEETING_NOT_HELD";
    public static final String COMMITMENT_NOT_MET = "COMMITMENT_NOT_MET";
    public static final String COMMITMENT_NOT_VERIFIED = "COMMITMENT_NOT_VERIFIED";

    private SanctionCauses() {}
}
