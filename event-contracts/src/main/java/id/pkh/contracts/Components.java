package id.pkh.contracts;

/**
 * Component types: why a person makes the family eligible. Codes travel as strings; a consumer
 * accepts codes that it does not know.
 */
public final class Components {

    public static final String PREGNANT_POSTPARTUM = "PREGNANT_POSTPARTUM";
    public static final String EARLY_CHILD = "EARLY_CHILD";
    public static final String SD = "SD";
    public static final String SMP = "SMP";
    public static final String SMA = "SMA";
    public static final String SEVERE_DISABILITY = "SEVERE_DISABILITY";
    public static final String ELDERLY = "ELDERLY";

    private Components() {}
}
