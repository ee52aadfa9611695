package id.pkh.disbursement.money;

import id.pkh.disbursement.money.domain.MoneyState;
import java.util.UUID;

/**
 * Money of a family that moved on at its bank.
 *
 * @param attempt 1 for the first time the payment was instructed
 * @param reason reason code; null when the state needs none
 */
public record MoneyNews(
        UUID paymentId,
        UUID kpmId,
        String villageCode,
        String cycleCode,
        long amountIdr,
        String bank,
        int attempt,
        MoneyState state,
        String reason) {}
