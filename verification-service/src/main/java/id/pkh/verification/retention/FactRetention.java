package id.pkh.verification.retention;

import id.pkh.platform.web.BusinessDates;
import id.pkh.platform.web.Refused;
import id.pkh.verification.VerificationConfig;
import id.pkh.verification.signal.domain.VerificationPeriod;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Period;
import java.time.YearMonth;

/**
 * How far back the facts of months are kept. Older facts may have been dropped, so nothing is
 * decided from them any more: a step or an assessment that is based on them stays as it is.
 */
@ApplicationScoped
public class FactRetention {

    /** The longest window of a commitment. */
    private static final int LONGEST_WINDOW_MONTHS = 12;

    private final int months;
    private final Clock clock;

    FactRetention(VerificationConfig config, Clock clock) {
        this.months = config.facts().retentionMonths();
        this.clock = clock;
    }

    /** The first month of which all facts still exist. */
    public YearMonth firstMonth() {
        return YearMonth.from(BusinessDates.today(clock)).minusMonths(months);
    }

    /** The first quarter of which every window that ends in it can still be assessed. */
    public VerificationPeriod firstQuarter() {
        return VerificationPeriod.quarterOf(firstMonth().plusMonths(LONGEST_WINDOW_MONTHS - 1L));
    }

    /** Refuses a quarter of which facts may have been dropped. */
    public void require(VerificationPeriod quarter) {
        VerificationPeriod first = firstQuarter();
        if (quarter.compareTo(first) < 0) {
            throw Refused.because("QUARTER_PAST_RETENTION")
                    .with("quarter", quarter.text())
                    .with("first_quarter", first.text());
        }
    }

    /** How long a month is kept after its end: one month longer than decisions need it. */
    public Period keptFor() {
        return Period.ofMonths(months + 1);
    }
}
