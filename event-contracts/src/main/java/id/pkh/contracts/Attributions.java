package id.pkh.contracts;

/**
 * Who is responsible for a signal. Codes travel as strings; a consumer accepts codes that it does
 * not know.
 */
public final class Attributions {

    public static final String FAMILY = "FAMILY";
    public static final String FACILITATOR = "FACILITATOR";
    public static final String SERVICE_POINT = "SERVICE_POINT";
    public static final String NOBODY = "NOBODY";

    private Attributions() {}
}
