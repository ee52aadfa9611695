package id.pkh.disbursement.bankkey;

import id.pkh.disbursement.bankkey.domain.BankKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The keys with which banks sign their files. */
public interface BankKeys {

    /**
     * Adds a recorded key. Returns false when a key with this fingerprint waits or was approved.
     */
    boolean add(BankKey key);

    Optional<BankKey> byId(UUID keyId);

    /** Locks and returns the key. */
    Optional<BankKey> lock(UUID keyId);

    /** All approved keys, also those that no longer count. */
    List<BankKey> approved();

    /**
     * Returns keys in the order in which they were recorded; one more than the limit when there are
     * more.
     *
     * @param bank null for all banks
     */
    List<BankKey> page(String bank, UUID after, int limit);

    void approve(UUID keyId, String by, Instant at);

    void refuse(UUID keyId, String by, Instant at, String reason);

    void withdraw(UUID keyId, String by, Instant at, String reason);
}
