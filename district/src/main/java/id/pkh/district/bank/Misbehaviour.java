package id.pkh.district.bank;

/** What banks and the post office do that no agreement states. Each has a switch of its own. */
public enum Misbehaviour {
    /** A document comes some days later, after documents that were written after it. */
    LATE,
    /** Nothing is said about a file until people ask. */
    NEVER,
    /** Nothing is said about a file before its money is booked. */
    SILENT_UNTIL_PAID,
    /** The documents of a day, and their lines, come in the opposite order. */
    OUT_OF_ORDER,
    SAME_BYTES_TWICE,
    SAME_CONTENT_OTHER_NUMBER,
    SAME_NUMBER_OTHER_BYTES,
    /** The whole file is refused as a duplicate, although the bank has it and pays it. */
    FILE_AS_DUPLICATE,
    /** The whole file is refused, and not paid. */
    FILE_REFUSED,
    /** A payment is refused with a code that is in no table, and perhaps paid. */
    REASON_NOT_IN_TABLE,
    /** A refused payment is paid nevertheless. */
    PAYS_AFTER_REFUSAL,
    /** A payment is credited twice, which nobody but the bank can prevent. */
    PAYS_TWICE,
    /** A credited payment comes back. */
    RETURNS_AFTER_CREDIT,
    /** A payment that came back is credited after all. */
    CREDITS_AFTER_RETURN,
    /** The totals, or the balance, are not those of the lines. */
    WRONG_TOTALS,
    /** The end is missing. */
    CUT,
    NOT_SIGNED,
    SIGNED_BY_OTHER,
    /** A line about a payment that was never instructed. */
    INVENTED_LINE,
    /** A line with another amount than the payment's. */
    OTHER_AMOUNT,
    /** A number of a statement is left out. */
    STATEMENT_GAP
}
