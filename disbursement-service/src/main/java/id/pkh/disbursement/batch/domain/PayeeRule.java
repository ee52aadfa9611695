package id.pkh.disbursement.batch.domain;

import id.pkh.disbursement.bank.domain.BankTerms;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Whether a payment to a payee can be instructed. A family whose payment cannot be instructed keeps
 * the payment, and an exception is opened: no family loses money because data is missing.
 */
public final class PayeeRule {

    public static final String PAYEE_UNKNOWN = "PAYEE_UNKNOWN";
    public static final String BANK_MISSING = "BANK_MISSING";
    public static final String BANK_NOT_SERVED = "BANK_NOT_SERVED";
    public static final String BANK_WITHOUT_BIC = "BANK_WITHOUT_BIC";
    public static final String ACCOUNT_NOT_CONFIRMED = "ACCOUNT_NOT_CONFIRMED";
    public static final String ACCOUNT_MISSING = "ACCOUNT_MISSING";
    public static final String ACCOUNT_NOT_DIGITS = "ACCOUNT_NOT_DIGITS";
    public static final String ACCOUNT_LENGTH_WRONG = "ACCOUNT_LENGTH_WRONG";
    public static final String NAME_MISSING = "NAME_MISSING";
    public static final String NAME_TOO_LONG = "NAME_TOO_LONG";
    public static final String NAME_UNFIT = "NAME_UNFIT";

    static final int MAX_NAME_CHARS = 140;

    private static final Pattern ACCOUNT = Pattern.compile("[0-9]{5,34}");
    private static final String FORMULA_STARTS = "=+-@";

    private PayeeRule() {}

    /**
     * Returns the first reason why the payment cannot be instructed; empty when it can. The payee
     * is null when the registry does not know it.
     *
     * @param inCash whether the cycle pays by lists and not to accounts
     */
    public static Optional<String> refusal(
            Payee payee, Map<String, BankTerms> banks, boolean inCash) {
        if (payee == null) {
            return Optional.of(PAYEE_UNKNOWN);
        }
        if (!payee.confirmed()) {
            return Optional.of(ACCOUNT_NOT_CONFIRMED);
        }
        return bankRefusal(payee.bank(), banks, inCash)
                .or(
                        () ->
                                inCash
                                        ? Optional.empty()
                                        : accountRefusal(payee.account(), banks.get(payee.bank())))
                .or(() -> nameRefusal(payee.name()));
    }

    private static Optional<String> bankRefusal(
            String bank, Map<String, BankTerms> banks, boolean inCash) {
        if (bank == null) {
            return Optional.of(BANK_MISSING);
        }
        if (!banks.containsKey(bank)) {
            return Optional.of(BANK_NOT_SERVED);
        }
        return banks.get(bank).serves(inCash) ? Optional.empty() : Optional.of(BANK_WITHOUT_BIC);
    }

    private static Optional<String> accountRefusal(String account, BankTerms terms) {
        if (account == null || account.isEmpty()) {
            return Optional.of(ACCOUNT_MISSING);
        }
        if (!ACCOUNT.matcher(account).matches()) {
            return Optional.of(ACCOUNT_NOT_DIGITS);
        }
        return terms.refusesLengthOf(account)
                ? Optional.of(ACCOUNT_LENGTH_WRONG)
                : Optional.empty();
    }

    /**
     * A name is written to the file unchanged or not at all, because the bank compares it. Names
     * that a spreadsheet at the bank would read as a formula, names that XML cannot contain, and
     * names with characters that nobody sees are refused.
     */
    private static Optional<String> nameRefusal(String name) {
        if (name == null || name.isBlank()) {
            return Optional.of(NAME_MISSING);
        }
        if (name.length() > MAX_NAME_CHARS) {
            return Optional.of(NAME_TOO_LONG);
        }
        boolean unfit =
                FORMULA_STARTS.indexOf(name.charAt(0)) >= 0
                        || name.codePoints().anyMatch(c -> !isFitForXml(c) || isInvisible(c));
        return unfit ? Optional.of(NAME_UNFIT) : Optional.empty();
    }

    /** Marks of direction, joiners, characters without width, and ends of lines. */
    private static boolean isInvisible(int c) {
        return Character.isIdentifierIgnorable(c)
                || Character.getType(c) == Character.LINE_SEPARATOR
                || Character.getType(c) == Character.PARAGRAPH_SEPARATOR
                || c == 0x034F
                || c >= 0xFE00 && c <= 0xFE0F;
    }

    private static boolean isFitForXml(int c) {
        return c >= ' '
                && !(c >= 0x7F && c <= 0x9F)
                && !(c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)
                && c != 0xFFFE
                && c != 0xFFFF;
    }
}
