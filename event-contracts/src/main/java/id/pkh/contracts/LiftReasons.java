package id.pkh.contracts;

import java.util.Set;

/**
 * Why a decision is lifted. Codes travel as strings; what a consumer does not know, it does not
 * guess.
 */
public final class LiftReasons {

    public static final String CORRECTED_FACT = "CORRECTED_FACT";
    public static final String APPEAL_UPHELD = "APPEAL_UPHELD";
    public static final String OFFICER_ERROR = "OFFICER_ERROR";
    public static final String COMMITMENT_MET = "COMMITMENT_MET";

    /** Only events of before carry it: an officer ended a suspension. */
    public static final String OFFICER = "OFFICER";

    public static final Set<String> ALL =
            Set.of(CORRECTED_FACT, APPEAL_UPHELD, OFFICER_ERROR, COMMITMENT_MET, OFFICER);

    /** With these reasons the decision counts as never made; the others end it from that day. */
    public static final Set<String> UNDOING = Set.of(CORRECTED_FACT, APPEAL_UPHELD, OFFICER_ERROR);

    private LiftReasons() {}
}
