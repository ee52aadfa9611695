package id.pkh.disbursement.batch.domain;

/**
 * Who is paid for a family, and where, as the registry has it.
 *
 * @param bank null when the family has none
 * @param name of the caretaker, who holds the account
 * @param account number as text, leading zeros and all; null when there is none
 */
public record Payee(String bank, String name, String account) {

    @Override
    public String toString() {
        return "Payee[" + bank + "]";
    }
}
