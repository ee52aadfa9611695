package id.pkh.district.bank;

/** In which documents a bank answers. */
public enum BankKind {
    /** A pain.002 with every line and both references; credits of a day as one sum with details. */
    EVERY_LINE(true),
    /** A pain.002 with the refusals, in two blocks, and counts for all; statements as MT940. */
    REFUSALS_ONLY(true),
    /** A status for each block and none in its lines; notices about the accounts of families. */
    BLOCK_STATUS(true),
    /** A status for the whole file; payments are named in statements alone. */
    STATEMENTS(true),
    /** A CSV file in a form of its own, each with the lines of the one before. */
    TABLE(false),
    /** Cash at the counter, and a CSV file about it. */
    POST_OFFICE(false);

    private final boolean sendsMessages;

    BankKind(boolean sendsMessages) {
        this.sendsMessages = sendsMessages;
    }

    /** Whether it answers with messages of ISO 20022. */
    boolean sendsMessages() {
        return sendsMessages;
    }

    /** Whether it names the instruction, the payment, or both. */
    String instructionOf(Instructed order) {
        return this == EVERY_LINE || this == BLOCK_STATUS || this == POST_OFFICE
                ? order.instructionId()
                : null;
    }

    String paymentOf(Instructed order) {
        if (this == BLOCK_STATUS) {
            return "NOTPROVIDED";
        }
        return this == POST_OFFICE ? null : order.endToEndId();
    }
}
