package id.pkh.disbursement.payment;

import id.pkh.disbursement.cycle.domain.PaymentCycle;
import id.pkh.disbursement.payment.domain.PaymentChange;
import id.pkh.disbursement.payment.domain.ReleaseRule.Release;

/**
 * A change of a payment that is published.
 *
 * @param release the lifted decision that released the payment; null when it was not released
 */
public record AnnouncedChange(PaymentCycle cycle, PaymentChange change, Release release) {}
