package id.pkh.disbursement.bank.domain;

import java.util.Objects;

/**
 * A paying bank as files to it need it.
 *
 * @param bic null when it has none, and so takes no file
 * @param accountDigits usual length of an account number, which warns only; null when not known
 */
public record BankTerms(String bank, String bic, Integer accountDigits) {

    public BankTerms {
        Objects.requireNonNull(bank, "bank");
    }

    public boolean takesFiles() {
        return bic != null;
    }

    public boolean isUsualLength(String account) {
        return accountDigits == null || account.length() == accountDigits;
    }
}
