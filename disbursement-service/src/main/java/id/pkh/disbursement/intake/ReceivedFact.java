package id.pkh.disbursement.intake;

import id.pkh.disbursement.payment.Trigger;

/**
 * A fact from another service, with the event that brought it.
 *
 * @param trigger the cause of a change that the payment history shows
 */
public record ReceivedFact<F>(F fact, Trigger trigger) {}
