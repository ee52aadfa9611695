package id.pkh.disbursement.batch;

import id.pkh.disbursement.batch.domain.Payee;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** The registry, which alone knows names and accounts. */
public interface PayeeDirectory {

    /**
     * Payees of up to a thousand families; those it does not know are left out. Refuses with
     * REGISTRY_UNAVAILABLE or REGISTRY_REFUSES_CALLER.
     *
     * @param bearerToken of the officer in whose name it is asked
     * @param purpose what for; the registry logs it
     */
    Map<UUID, Payee> payeesOf(Collection<UUID> kpmIds, String bearerToken, String purpose);
}
