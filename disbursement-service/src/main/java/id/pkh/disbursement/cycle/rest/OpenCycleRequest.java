package id.pkh.disbursement.cycle.rest;

import id.pkh.disbursement.cycle.domain.CycleOpening;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "A cycle to open.")
record OpenCycleRequest(
        @Schema(required = true, examples = "2026-T2") String cycleCode,
        @Schema(required = true, description = "First day of a month") LocalDate coversFrom,
        @Schema(required = true, description = "Last day of a month") LocalDate coversUntil,
        @Schema(
                        required = true,
                        enumeration = {"BANK", "POS"})
                String channel,
        @Schema(required = true, examples = "2026-Q1") String verificationPeriod) {

    CycleOpening toOpening() {
        return new CycleOpening(cycleCode, coversFrom, coversUntil, channel, verificationPeriod);
    }
}
