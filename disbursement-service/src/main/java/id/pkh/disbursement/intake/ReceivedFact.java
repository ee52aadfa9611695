package id.pkh.disbursement.intake;

import id.pkh.disbursement.payment.Trigger;

/**
 * A fact from another service, with the event that brought it.
 *
 * @param trigger what the payment history names as the cause of a change
 */
public record ReceivedFact<F>(F fact, Trigger trigger) {}
