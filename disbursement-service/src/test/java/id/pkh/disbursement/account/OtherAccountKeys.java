package id.pkh.disbursement.account;

import id.pkh.platform.security.NikTokens;
import io.quarkus.arc.Arc;
import java.util.Optional;

/** Keys that are not those of the running service. */
public final class OtherAccountKeys {

    private OtherAccountKeys() {}

    /** A key of its own for a service that has used the shared one until now. */
    public static AccountTokens afterTheSharedOne() {
        return new AccountTokens(
                new AccountKeys(
                        Optional.of(AccountTokensTest.key('k')),
                        Optional.empty(),
                        Arc.container().instance(NikTokens.class).get()));
    }
}
