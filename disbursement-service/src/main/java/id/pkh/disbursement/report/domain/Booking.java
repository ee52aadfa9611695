package id.pkh.disbursement.report.domain;

import java.time.LocalDate;

/**
 * What a bank booked, as it states it.
 *
 * @param account the account of the notification; null where the bank names none
 * @param creditor the account that the bank names for the payee; null where it names none
 * @param isDebit whether the account was debited; null where the bank does not state it
 * @param isReturn whether the bank states the reason of a return, or that it reverses a booking
 * @param isBooked whether the entry is final
 * @param day the day of the booking; null where the bank does not state it
 */
public record Booking(
        String account,
        String creditor,
        Boolean isDebit,
        boolean isReturn,
        boolean isBooked,
        LocalDate day) {

    /** In place of the number: the account of the payee, in a list that names no accounts. */
    public static final String OF_PAYEE = "*";

    /** What a booking means for a payment. */
    public enum Meaning {
        CREDIT,
        RETURN,
        /** It is on another account than that of the programme or of the family. */
        OTHER_ACCOUNT,
        /** The entry is announced, and not booked yet. */
        NOT_BOOKED,
        /** Direction and kind of the entry do not fit together. */
        UNCLEAR
    }

    /**
     * A bank notifies of the funding account or of the family's account. What leaves the one
     * arrives at the other.
     *
     * @param funding the funding account of the payment's file
     * @param payee the account to which the payment was sent; null where it is paid in cash
     */
    public Meaning meaning(String funding, String payee) {
        if (!isBooked) {
            return Meaning.NOT_BOOKED;
        }
        if (isDebit == null || day == null || account == null) {
            return Meaning.UNCLEAR;
        }
        boolean ofProgramme = isSame(account, funding);
        boolean otherPayee = creditor != null && !isReturn && !isSame(creditor, payee);
        boolean ofFamily = account.equals(OF_PAYEE) || isSame(account, payee);
        if (!ofProgramme && !ofFamily || otherPayee) {
            return Meaning.OTHER_ACCOUNT;
        }
        boolean toFamily = ofProgramme == isDebit;
        if (toFamily) {
            return isReturn ? Meaning.UNCLEAR : Meaning.CREDIT;
        }
        return isReturn ? Meaning.RETURN : Meaning.UNCLEAR;
    }

    /** Banks differ in leading zeros and in what they write between the digits. */
    public static boolean isSame(String stated, String known) {
        return known != null && plain(stated).equals(plain(known));
    }

    private static String plain(String account) {
        String digits = account.replaceAll("[ .-]", "");
        int from = 0;
        while (from < digits.length() - 1 && digits.charAt(from) == '0') {
            from++;
        }
        return digits.substring(from);
    }
}
