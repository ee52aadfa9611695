package id.pkh.disbursement.kpm;

import id.pkh.disbursement.kpm.domain.KpmFacts;
import java.time.Instant;
import java.time.LocalDate;

/**
 * The whole state of a family at one version of the registry's record.
 *
 * @param sequence version; of two snapshots the one with the higher version counts, whichever
 *     arrives first
 */
public record KpmSnapshot(
        KpmFacts facts, LocalDate occurredOn, Instant recordedAt, long sequence) {}
