package id.pkh.disbursement.correction;

import java.time.Instant;
import java.util.UUID;

/**
 * A change of a family's account, bank or caretaker that a second person has confirmed in the
 * registry.
 */
public record ConfirmedAccount(UUID changeId, UUID kpmId, long changeNo, Instant confirmedAt) {}
