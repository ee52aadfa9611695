package id.pkh.verification.status.rest;

import id.pkh.verification.signal.domain.VerificationPeriod;
import id.pkh.verification.status.FamilyStatus;
import id.pkh.verification.status.domain.ComplianceStatus;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "FamilyCompliance", description = "How the commitments of a family's quarter went.")
record ComplianceStatusView(
        UUID kpmId,
        String villageCode,
        @Schema(pattern = VerificationPeriod.QUARTER_TEXT) String period,
        @Schema(implementation = ComplianceStatus.class) String status,
        @Schema(description = "codes; none where nothing is known") List<String> reasons,
        @Schema(nullable = true, description = "the day on which it began, or was assessed")
                LocalDate since,
        @Schema(description = "when it was read") Instant asOf) {

    static final List<String> HEADER =
            List.of("kpm_id", "village_code", "period", "status", "reasons", "since", "as_of");

    static ComplianceStatusView of(FamilyStatus family) {
        return new ComplianceStatusView(
                family.kpmId(),
                family.villageCode(),
                family.period(),
                family.status().name(),
                family.reasons(),
                family.since(),
                family.asOf());
    }

    static List<?> cells(FamilyStatus family) {
        return Arrays.asList(
                family.kpmId(),
                family.villageCode(),
                family.period(),
                family.status(),
                String.join(" ", family.reasons()),
                family.since(),
                family.asOf());
    }
}
