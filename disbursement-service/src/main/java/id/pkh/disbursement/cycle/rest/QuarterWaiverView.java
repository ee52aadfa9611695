package id.pkh.disbursement.cycle.rest;

import id.pkh.disbursement.quarter.domain.QuarterWaiver;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "Who lets the cycle proceed before its quarter is closed, and why.")
record QuarterWaiverView(String reason, String waivedBy, Instant waivedAt) {

    static QuarterWaiverView of(QuarterWaiver waiver) {
        return new QuarterWaiverView(waiver.reason(), waiver.waivedBy(), waiver.waivedAt());
    }
}
