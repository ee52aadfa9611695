package id.pkh.verification.quarter;

import id.pkh.platform.calendar.ClosingDays;
import id.pkh.platform.web.ProgrammeMonths;
import id.pkh.platform.web.Refused;
import id.pkh.platform.web.WebRefusals;
import id.pkh.verification.signal.domain.VerificationPeriod;
import jakarta.enterprise.context.ApplicationScoped;

/** The quarter that a caller asks for. */
@ApplicationScoped
public class AskedQuarters {

    /** For the description of the parameter. */
    public static final String DESCRIPTION =
            "yyyy-Qn; the quarter that the calendar closes next when it is left out";

    private final ClosingDays days;
    private final ProgrammeMonths months;

    AskedQuarters(ClosingDays days, ProgrammeMonths months) {
        this.days = days;
        this.months = months;
    }

    /**
     * @param quarter null for the one that the calendar closes next
     */
    public VerificationPeriod orComing(String quarter) {
        if (quarter == null) {
            return VerificationPeriod.quarterOf(days.comingPeriod());
        }
        if (!quarter.matches(VerificationPeriod.QUARTER_TEXT)) {
            throw Refused.because(WebRefusals.INVALID_PARAMETER).with("parameter", "quarter");
        }
        return VerificationPeriod.parse(months.requirePeriod("quarter", quarter));
    }
}
