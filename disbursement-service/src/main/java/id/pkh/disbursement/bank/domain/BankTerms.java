package id.pkh.disbursement.bank.domain;

import java.util.Objects;

/**
 * The data of a paying bank that its payment files need.
 *
 * @param bic null when the bank has none
 * @param accountDigits usual length of an account number; null when not known
 * @param unusualLength what another length does
 */
public record BankTerms(
        String bank,
        String bic,
        Integer accountDigits,
        UnusualLength unusualLength,
        Delivery delivery) {

    public BankTerms {
        Objects.requireNonNull(bank, "bank");
    }

    /** Whether it gets something for the payments of a channel. */
    public boolean serves(boolean inCash) {
        return inCash
                ? delivery == Delivery.PAY_OUT_LIST
                : delivery == Delivery.PAIN_001 && bic != null;
    }

    public boolean refusesLengthOf(String account) {
        return unusualLength == UnusualLength.REFUSES && !isUsualLength(account);
    }

    public boolean isUsualLength(String account) {
        return accountDigits == null || account.length() == accountDigits;
    }
}
