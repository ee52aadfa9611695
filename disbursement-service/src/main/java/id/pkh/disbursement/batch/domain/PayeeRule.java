package id.pkh.disbursement.batch.domain;

import id.pkh.disbursement.bank.domain.BankTerms;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Whether money can be instructed to a payee. Whoever cannot be instructed keeps the payment and
 * stands among the exceptions: a gap in our data is nobody's loss.
 */
public final class PayeeRule {

    public static final String PAYEE_UNKNOWN = "PAYEE_UNKNOWN";
    public static final String BANK_MISSING = "BANK_MISSING";
    public static final String BANK_NOT_SERVED = "BANK_NOT_SERVED";
    public static final String BANK_WITHOUT_BIC = "BANK_WITHOUT_BIC";
    public static final String ACCOUNT_MISSING = "ACCOUNT_MISSING";
    public static final String ACCOUNT_NOT_DIGITS = "ACCOUNT_NOT_DIGITS";
    public static final String NAME_MISSING = "NAME_MISSING";
    public static final String NAME_TOO_LONG = "NAME_TOO_LONG";
    public static final String NAME_UNFIT = "NAME_UNFIT";

    static final int MAX_NAME_CHARS = 140;

    private static final Pattern ACCOUNT = Pattern.compile("[0-9]{5,34}");
    private static final String FORMULA_STARTS = "=+-@";

    private PayeeRule() {}

    /**
     * The first thing that stands against instructing it; a payee unknown to the registry is null.
     */
    public static Optional<String> refusal(Payee payee, Map<String, BankTerms> banks) {
        if (payee == null) {
            return Optional.of(PAYEE_UNKNOWN);
        }
        return bankRefusal(payee.bank(), banks)
                .or(() -> accountRefusal(payee.account()))
                .or(() -> nameRefusal(payee.name()));
    }

    private static Optional<String> bankRefusal(String bank, Map<String, BankTerms> banks) {
        if (bank == null) {
            return Optional.of(BANK_MISSING);
        }
        if (!banks.containsKey(bank)) {
            return Optional.of(BANK_NOT_SERVED);
        }
        return banks.get(bank).takesFiles() ? Optional.empty() : Optional.of(BANK_WITHOUT_BIC);
    }

    private static Optional<String> accountRefusal(String account) {
        if (account == null || account.isEmpty()) {
            return Optional.of(ACCOUNT_MISSING);
        }
        return ACCOUNT.matcher(account).matches()
                ? Optional.empty()
                : Optional.of(ACCOUNT_NOT_DIGITS);
    }

    /**
     * A name goes into the file as it is or not at all: a bank compares it. What a spreadsheet at
     * the bank would take for a formula, and what XML cannot hold, does not go.
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
                        || name.codePoints().anyMatch(c -> !isFitForXml(c));
        return unfit ? Optional.of(NAME_UNFIT) : Optional.empty();
    }

    private static boolean isFitForXml(int c) {
        return c >= ' '
                && !(c >= 0x7F && c <= 0x9F)
                && !(c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)
                && c != 0xFFFE
                && c != 0xFFFF;
    }
}
