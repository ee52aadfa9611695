package id.pkh.disbursement.batch;

import id.pkh.disbursement.batch.domain.Payee;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** The registry, which is the only service with names and accounts. */
public interface PayeeDirectory {

    /**
     * Returns the payees of up to a thousand families; families unknown to the registry are left
     * out. Refuses with REGISTRY_UNAVAILABLE or REGISTRY_REFUSES_CALLER.
     *
     * @param bearerToken token of the officer in whose name the registry is called
     * @param purpose purpose of the read, which the registry logs
     */
    Map<UUID, Payee> payeesOf(Collection<UUID> kpmIds, String bearerToken, String purpose);
}
