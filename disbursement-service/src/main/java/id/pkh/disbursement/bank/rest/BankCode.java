package id.pkh.disbursement.bank.rest;

/** How the code of a bank is written. */
public final class BankCode {

    public static final String FORM = "^[A-Z][A-Z0-9]{1,19}$";

    private BankCode() {}
}
