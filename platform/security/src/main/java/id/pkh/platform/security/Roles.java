package id.pkh.platform.security;

/** Role names as in a token's {@code groups}; for {@code @RolesAllowed}. */
public final class Roles {

    public static final String FACILITATOR = "FACILITATOR";
    public static final String COORDINATOR = "COORDINATOR";
    public static final String DATA_ADMINISTRATOR = "DATA_ADMINISTRATOR";
    public static final String MINISTRY_OFFICER = "MINISTRY_OFFICER";
    public static final String MINISTRY_APPROVER = "MINISTRY_APPROVER";
    public static final String HOTLINE_CLERK = "HOTLINE_CLERK";
    public static final String BANK = "BANK";
    public static final String EXTERNAL_SYSTEM = "EXTERNAL_SYSTEM";
    public static final String OPERATIONS = "OPERATIONS";
    public static final String AUDITOR = "AUDITOR";

    private Roles() {}
}
