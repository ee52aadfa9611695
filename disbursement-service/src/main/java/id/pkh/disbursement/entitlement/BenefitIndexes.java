package id.pkh.disbursement.entitlement;

import id.pkh.disbursement.entitlement.domain.BenefitTerms;

/** The index and the policies in force, of all years. */
public interface BenefitIndexes {

    BenefitTerms terms();
}
