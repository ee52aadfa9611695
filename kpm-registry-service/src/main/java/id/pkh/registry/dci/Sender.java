package id.pkh.registry.dci;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jose4j.jwk.PublicJsonWebKey;

/**
 * A system that may send messages.
 *
 * @param subject whose tokens send under this id
 * @param callbackHosts the hosts that its answers may go to
 * @param callbackUrl where answers go when a message names no address
 * @param keys with which it signs; none when it does not have to
 * @param purpose what it was given access for
 */
record Sender(
        String id,
        String subject,
        Set<String> callbackHosts,
        Optional<String> callbackUrl,
        List<PublicJsonWebKey> keys,
        Optional<String> purpose) {

    boolean mustSign() {
        return !keys.isEmpty();
    }
}
