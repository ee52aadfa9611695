package id.pkh.disbursement.bankkey.domain;

import id.pkh.disbursement.bankkey.domain.BankKey.KeyStatus;
import java.time.LocalDate;
import java.util.Collection;

/**
 * Decides about the signature of a bank's file. From the first day of its first key a bank has to
 * sign, permanently: when its keys expire or are withdrawn, the door stays closed until it has a
 * new one.
 */
public final class SignatureRule {

    /** What was found out about the signature without regard to days and banks. */
    public enum Finding {
        NONE,
        /** No known key made it, or it is not of these bytes. */
        NOT_PROVED,
        WEAK,
        /** A known key made it for exactly these bytes. */
        PROVED
    }

    private SignatureRule() {}

    /** Whether files of the bank need a signature on this day. */
    public static boolean isNeeded(String bank, Collection<BankKey> keys, LocalDate day) {
        return keys.stream()
                .anyMatch(
                        key ->
                                key.bank().equals(bank)
                                        && key.status() == KeyStatus.APPROVED
                                        && !key.statement().validFrom().isAfter(day));
    }

    /**
     * Judges the signature of a file that needs one.
     *
     * @param key the approved key that made it; null unless that is proved
     */
    public static SignatureResult judge(Finding finding, BankKey key, String bank, LocalDate day) {
        return switch (finding) {
            case NONE -> SignatureResult.MISSING;
            case NOT_PROVED -> SignatureResult.INVALID;
            case WEAK -> SignatureResult.ALGORITHM_WEAK;
            case PROVED -> ofKey(key, bank, day);
        };
    }

    private static SignatureResult ofKey(BankKey key, String bank, LocalDate day) {
        if (!key.bank().equals(bank)) {
            return SignatureResult.WRONG_BANK;
        }
        if (key.withdrawal() != null) {
            return SignatureResult.WITHDRAWN;
        }
        if (key.statement().validFrom().isAfter(day)) {
            return SignatureResult.NOT_YET_VALID;
        }
        return key.statement().validUntil().isBefore(day)
                ? SignatureResult.EXPIRED
                : SignatureResult.VALID;
    }
}
