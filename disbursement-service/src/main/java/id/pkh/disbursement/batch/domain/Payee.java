package id.pkh.disbursement.batch.domain;

/**
 * The person who receives a family's money, and the account, as recorded in the registry.
 *
 * @param bank null when the family has no bank
 * @param name name of the caretaker, who holds the account
 * @param account account number as text with its leading zeros; null when there is none, or when it
 *     is not confirmed
 * @param confirmed false while a change of account or caretaker waits for a second person
 */
public record Payee(String bank, String name, String account, boolean confirmed) {

    /** The payee of a payment in cash. */
    public Payee withoutAccount() {
        return new Payee(bank, name, null, confirmed);
    }

    @Override
    public String toString() {
        return "Payee[" + bank + "]";
    }
}
