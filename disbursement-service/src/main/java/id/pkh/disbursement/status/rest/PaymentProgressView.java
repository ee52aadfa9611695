package id.pkh.disbursement.status.rest;

import id.pkh.disbursement.payment.domain.PaymentKind;
import id.pkh.disbursement.status.FamilyProgress;
import id.pkh.disbursement.status.domain.PaymentProgress;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "FamilyPaymentStatus", description = "Where a family's money of a cycle is.")
record PaymentProgressView(
        UUID kpmId,
        String villageCode,
        String cycleCode,
        @Schema(enumeration = {"BANK", "POS"}) String channel,
        @Schema(
                        nullable = true,
                        implementation = PaymentKind.class,
                        description = "null if the cycle has no line of the family")
                String kind,
        @Schema(implementation = PaymentProgress.class) String status,
        @Schema(description = "why the bank refused or returned it; none otherwise")
                List<String> reasons,
        long amountIdr,
        @Schema(nullable = true, description = "the day on which the bank stated it")
                LocalDate since,
        @Schema(description = "when it was read") Instant asOf) {

    static final List<String> HEADER =
            List.of(
                    "kpm_id",
                    "village_code",
                    "cycle_code",
                    "channel",
                    "kind",
                    "status",
                    "reasons",
                    "amount_idr",
                    "since",
                    "as_of");

    static PaymentProgressView of(FamilyProgress family) {
        return new PaymentProgressView(
                family.kpmId(),
                family.villageCode(),
                family.cycleCode(),
                family.channel(),
                family.kind(),
                family.status().name(),
                family.reasons(),
                family.amountIdr(),
                family.since(),
                family.asOf());
    }

    static List<?> cells(FamilyProgress family) {
        return Arrays.asList(
                family.kpmId(),
                family.villageCode(),
                family.cycleCode(),
                family.channel(),
                family.kind(),
                family.status(),
                String.join(" ", family.reasons()),
                family.amountIdr(),
                family.since(),
                family.asOf());
    }
}
