package id.pkh.disbursement.withdrawal.domain;

import id.pkh.disbursement.instruction.domain.StatusAtBank;

/** What the bank states about a payment that was sent. */
public enum BankAnswer {
    /** The money is on the family's account. */
    CREDITED,
    /** The bank refused or returned it, and a new attempt may be in preparation. */
    NOT_PAID,
    /** The bank has not stated whether it paid. */
    OPEN;

    public static BankAnswer of(StatusAtBank status) {
        return switch (status) {
            case CREDITED -> CREDITED;
            case REJECTED, RETURNED, PLANNED, SEALED, APPROVED -> NOT_PAID;
            case SENT, ACCEPTED, UNKNOWN -> OPEN;
            case NOT_INSTRUCTED -> throw new IllegalArgumentException("was never sent");
        };
    }
}
