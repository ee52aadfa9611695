package id.pkh.contracts;

/**
 * Life-cycle of a family. Codes travel as strings; a consumer accepts codes that it does not know.
 */
public final class KpmStatuses {

    public static final String CANDIDATE = "CANDIDATE";
    public static final String INVITED = "INVITED";
    public static final String VISITED = "VISITED";
    public static final String VALIDATED = "VALIDATED";
    public static final String ELIGIBLE = "ELIGIBLE";
    public static final String INELIGIBLE = "INELIGIBLE";
    public static final String ACTIVE = "ACTIVE";
    public static final String SUSPENDED = "SUSPENDED";
    public static final String GRADUATED = "GRADUATED";
    public static final String MOVED = "MOVED";
    public static final String DECEASED = "DECEASED";
    public static final String TERMINATED = "TERMINATED";

    private KpmStatuses() {}
}
