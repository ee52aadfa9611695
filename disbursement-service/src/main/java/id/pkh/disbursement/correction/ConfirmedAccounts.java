package id.pkh.disbursement.correction;

import java.util.List;

/** The accounts that two people have changed. */
public interface ConfirmedAccounts {

    /** Adds the accounts; those that are known stay as they are. */
    void add(List<ConfirmedAccount> confirmed);
}
