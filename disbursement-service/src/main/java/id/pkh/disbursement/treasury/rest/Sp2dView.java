package id.pkh.disbursement.treasury.rest;

import id.pkh.disbursement.treasury.domain.Sp2d;
import id.pkh.disbursement.treasury.domain.Sp2d.Status;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "Sp2d", description = "Money that the treasury has given to a bank for a cycle.")
record Sp2dView(
        UUID sp2dId,
        String cycleCode,
        String bank,
        String sp2dNumber,
        LocalDate issuedOn,
        String spmNumber,
        long amountIdr,
        @Schema(implementation = Status.class) String status,
        @Schema(description = "Whether its money counts: approved and not superseded")
                boolean inForce,
        String recordedBy,
        Instant recordedAt,
        @Schema(nullable = true, description = "The person who approved or refused it")
                String decidedBy,
        @Schema(nullable = true) Instant decidedAt,
        @Schema(nullable = true) String refusalReason,
        @Schema(nullable = true, description = "The document that this one corrects")
                UUID supersedes,
        @Schema(nullable = true) String correctionReason,
        @Schema(nullable = true, description = "The approved correction of this document")
                UUID supersededBy) {

    static Sp2dView of(Sp2d sp2d) {
        var decision = sp2d.decision();
        var statement = sp2d.statement();
        return new Sp2dView(
                sp2d.sp2dId(),
                sp2d.cycleCode(),
                statement.bank(),
                statement.number(),
                statement.issuedOn(),
                statement.spmNumber(),
                statement.amountIdr(),
                sp2d.status().name(),
                sp2d.isInForce(),
                sp2d.recordedBy(),
                sp2d.recordedAt(),
                decision == null ? null : decision.by(),
                decision == null ? null : decision.at(),
                decision == null ? null : decision.refusalReason(),
                sp2d.supersedes(),
                sp2d.correctionReason(),
                sp2d.supersededBy());
    }
}
