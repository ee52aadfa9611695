package id.pkh.disbursement.kpm;

import id.pkh.disbursement.kpm.domain.KpmFacts;
import id.pkh.disbursement.payment.Occasion;
import java.time.Instant;
import java.time.LocalDate;

/**
 * The whole state of a family at one version of the registry's.
 *
 * @param sequence version; of two snapshots the higher one counts, whichever comes first
 */
public record KpmSnapshot(
        KpmFacts facts,
        LocalDate occurredOn,
        Instant recordedAt,
        long sequence,
        Occasion occasion) {}
