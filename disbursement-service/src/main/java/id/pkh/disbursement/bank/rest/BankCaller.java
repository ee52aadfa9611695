package id.pkh.disbursement.bank.rest;

import id.pkh.platform.security.Caller;
import id.pkh.platform.security.Roles;
import id.pkh.platform.web.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/**
 * The bank of the caller, if the caller is a bank. A token of one bank gives no access to the data
 * of another.
 */
@ApplicationScoped
public class BankCaller {

    private final Caller caller;

    BankCaller(Caller caller) {
        this.caller = caller;
    }

    public boolean isBank() {
        return caller.hasRole(Roles.BANK);
    }

    /** Returns the bank whose rows are listed; null for all banks. */
    public String listed(String asked) {
        return isBank() ? ownUnlessOther(asked) : asked;
    }

    /** Whether the caller may see the data of this bank. */
    public boolean sees(String bank) {
        return !isBank() || caller.bank().equals(Optional.of(bank));
    }

    public String ownUnlessOther(String asked) {
        String own = caller.bank().orElseThrow(() -> Refused.because("FORBIDDEN"));
        if (asked != null && !asked.equals(own)) {
            throw Refused.because("FORBIDDEN");
        }
        return own;
    }
}
