package id.pkh.verification.compliance.domain;

/** The reasons for the result of a commitment. */
public final class ReasonCodes {

    public static final String SCHOOL_ATTENDANCE_BELOW_THRESHOLD =
            "SCHOOL_ATTENDANCE_BELOW_THRESHOLD";
    public static final String HEALTH_VISITS_TOO_FEW = "HEALTH_VISITS_TOO_FEW";
    public static final String HEALTH_CARE_MISSING = "HEALTH_CARE_MISSING";
    public static final String CARE_NOT_STATED = "CARE_NOT_STATED";
    public static final String SCHOOL_SENT_NO_FORM = "SCHOOL_SENT_NO_FORM";
    public static final String HEALTH_SERVICE_SENT_NO_FORM = "HEALTH_SERVICE_SENT_NO_FORM";
    public static final String SOCIAL_SERVICE_SENT_NO_FORM = "SOCIAL_SERVICE_SENT_NO_FORM";
    public static final String NOT_ON_THE_FORM = "NOT_ON_THE_FORM";
    public static final String SCHOOL_NOT_RECORDED = "SCHOOL_NOT_RECORDED";
    public static final String BIRTH_MONTH_NOT_RECORDED = "BIRTH_MONTH_NOT_RECORDED";
    public static final String SERVICE_CLOSED = "SERVICE_CLOSED";
    public static final String EXEMPTION = "EXEMPTION";
    public static final String NO_COMMITMENT = "NO_COMMITMENT";

    private ReasonCodes() {}
}
