package id.pkh.disbursement.bank.domain;

import java.util.Objects;

/**
 * The data of a paying bank that its payment files need.
 *
 * @param bic null when the bank has none; then it gets no payment file
 * @param accountDigits usual length of an account number; null when not known
 * @param unusualLength what another length does
 */
public record BankTerms(
        String bank, String bic, Integer accountDigits, UnusualLength unusualLength) {

    public BankTerms {
        Objects.requireNonNull(bank, "bank");
    }

    public boolean takesFiles() {
        return bic != null;
    }

    public boolean refusesLengthOf(String account) {
        return unusualLength == UnusualLength.REFUSES && !isUsualLength(account);
    }

    public boolean isUsualLength(String account) {
        return accountDigits == null || account.length() == accountDigits;
    }
}
