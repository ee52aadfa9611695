package id.pkh.contracts;

/**
 * Whose failure a signal is. Codes travel as strings; a consumer tolerates codes it does not know.
 */
public final class Attributions {

    public static final String FAMILY = "FAMILY";
    public static final String FACILITATOR = "FACILITATOR";
    public static final String SERVICE_POINT = "SERVICE_POINT";
    public static final String NOBODY = "NOBODY";

    private Attributions() {}
}
