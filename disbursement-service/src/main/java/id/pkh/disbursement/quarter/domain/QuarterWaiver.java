package id.pkh.disbursement.quarter.domain;

import java.time.Instant;
import java.util.UUID;

/** An officer lets a cycle proceed although its quarter is not closed. */
public record QuarterWaiver(
        UUID waiverId, UUID cycleId, String reason, String waivedBy, Instant waivedAt) {}
