package id.pkh.disbursement.money;

import java.util.UUID;

/** The batch of some instructions, as it is published with them. */
public record BatchReference(UUID batchId, String bank, String cycleCode) {}
