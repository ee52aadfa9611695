package id.pkh.disbursement.entitlement;

import id.pkh.disbursement.entitlement.domain.BenefitTerms;
import id.pkh.platform.web.Refused;
import java.time.LocalDate;

/** The index and the policies in force, of all years. */
public interface BenefitIndexes {

    BenefitTerms terms();

    /**
     * Refuses a cycle that begins on a day without rates, where every family would be paid zero.
     */
    default void requireRatesOn(LocalDate firstDay) {
        if (!terms().cover(firstDay)) {
            throw Refused.because("CYCLE_WITHOUT_RATES").with("covers_from", firstDay);
        }
    }
}
