package id.pkh.disbursement.batch.domain;

import java.util.Arrays;
import java.util.Optional;

/**
 * Why a payment is taken out of a batch. Each is about the account or the name, so the family is
 * asked; see docs/rules/payments.md.
 */
public enum TakingOutReason {
    ACCOUNT_SHARED,
    ACCOUNT_CHANGED,
    ACCOUNT_REFUSED_BEFORE,
    NAME_DIFFERS,
    PAYEE_DECEASED;

    public static Optional<TakingOutReason> of(String code) {
        return Arrays.stream(values()).filter(reason -> reason.name().equals(code)).findFirst();
    }
}
