package id.pkh.contracts;

/** What a decision does to a family. Codes travel as strings. */
public final class Measures {

    public static final String SUSPEND = "SUSPEND";
    public static final String TERMINATE = "TERMINATE";
    public static final String GRADUATE = "GRADUATE";
    public static final String MOVE = "MOVE";
    public static final String DECEASE = "DECEASE";
    public static final String INELIGIBLE = "INELIGIBLE";

    /** When a decision takes effect: on {@code DecisionTookEffect}, not at once. */
    public static final String ON_NOTICE = "ON_NOTICE";

    private Measures() {}
}
