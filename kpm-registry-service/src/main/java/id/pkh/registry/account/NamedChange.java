package id.pkh.registry.account;

import java.util.UUID;

/**
 * A change as the person who decides on it has seen it.
 *
 * @param accountNumber the masked number that was shown; null when there is no account
 */
record NamedChange(UUID changeId, Long changeNo, String accountNumber) {}
