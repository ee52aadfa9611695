package id.pkh.disbursement.payment;

import id.pkh.disbursement.cycle.domain.PaymentCycle;
import id.pkh.disbursement.payment.domain.PaymentChange;
import id.pkh.disbursement.payment.domain.ReleaseRule.Release;

/**
 * A change of a payment that others should hear of.
 *
 * @param release what gave the money back; null when nothing did
 */
public record PaymentNews(PaymentCycle cycle, PaymentChange change, Release release) {}
