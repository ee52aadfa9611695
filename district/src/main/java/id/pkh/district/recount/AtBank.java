package id.pkh.district.recount;

import java.util.Map;

/**
 * What becomes of a payment that is sent, by the plan of the district: at a bank by the last two
 * digits of the account, at the post office by the place in the list.
 */
public final class AtBank {

    public static final String POST = "POS";
    public static final String CREDITED = "CREDITED";

    private static final int NOT_COLLECTED_OF = 8;
    private static final int DIGITS = 2;

    /** The others are credited. */
    private static final Map<String, String> BY_LAST_DIGITS =
            Map.of(
                    "13", "REJECTED ACCOUNT_NUMBER_WRONG",
                    "33", "REJECTED ACCOUNT_CLOSED",
                    "53", "REJECTED ACCOUNT_BLOCKED",
                    "73", "REJECTED NAME_DIFFERS",
                    "93", "REJECTED PAYEE_DECEASED",
                    "27", "RETURNED ACCOUNT_CLOSED",
                    "77", "RETURNED ACCOUNT_BLOCKED");

    private AtBank() {}

    static String outcome(String account) {
        return account.length() < DIGITS
                ? null
                : BY_LAST_DIGITS.getOrDefault(
                        account.substring(account.length() - DIGITS), CREDITED);
    }

    /** Of so many payments of one list; the others are paid in cash. */
    public static long notCollected(long listed) {
        return listed / NOT_COLLECTED_OF;
    }
}
