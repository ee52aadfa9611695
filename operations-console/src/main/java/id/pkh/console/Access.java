package id.pkh.console;

/** Roles that the console knows; the same words as in the services' tokens. */
public final class Access {

    /** Looks and acts. */
    public static final String OPERATIONS = "OPERATIONS";

    /** Only looks. */
    public static final String AUDITOR = "AUDITOR";

    private Access() {}
}
