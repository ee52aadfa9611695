package id.pkh.console;

/** The roles of the console; the names are those in the services' tokens. */
public final class Access {

    /** May read and act. */
    public static final String OPERATIONS = "OPERATIONS";

    /** May only read. */
    public static final String AUDITOR = "AUDITOR";

    private Access() {}
}
