package id.pkh.disbursement.exceptions;

import id.pkh.disbursement.exceptions.domain.ReconciliationTerms;
import java.time.LocalDate;

/** The terms of reconciliation, as two people have approved them. */
public interface ReconciliationPolicies {

    ReconciliationTerms inForceOn(LocalDate day);
}
