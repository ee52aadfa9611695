package id.pkh.contracts.verification;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** The ladder proposed a termination; a named officer has to decide. */
public record TerminationProposed(
        UUID stepId,
        UUID kpmId,
        String villageCode,
        String period,
        String cause,
        int rung,
        int running,
        String attribution,
        boolean isProtected,
        List<String> reasons,
        List<String> notified,
        String policyCode,
        String legalBasis,
        LocalDate occurredOn,
        Instant recordedAt)
        implements LadderStepIssued {}
