package id.pkh.verification.appeal.rest;

import id.pkh.verification.appeal.Appeal;
import id.pkh.verification.appeal.AppealChannel;
import id.pkh.verification.appeal.AppealVerdict;
import id.pkh.verification.signal.domain.Cause;
import id.pkh.verification.signal.domain.VerificationPeriod;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An appeal as clients see it; the last four fields are set once it is decided. */
public record AppealView(
        UUID appealId,
        @Schema(nullable = true) UUID stepId,
        @Schema(nullable = true) UUID decisionId,
        UUID kpmId,
        @Schema(nullable = true, implementation = Cause.class) String cause,
        @Schema(nullable = true, pattern = VerificationPeriod.TEXT) String period,
        @Schema(implementation = AppealChannel.class) String channel,
        String grounds,
        String statement,
        @Schema(nullable = true) String evidenceReference,
        @Schema(nullable = true, description = "The day by which the office has to decide")
                LocalDate decideBy,
        @Schema(enumeration = {"OPEN", "DECIDED"}) String status,
        String lodgedBy,
        Instant lodgedAt,
        @Schema(
                        nullable = true,
                        enumeration = {"UPHELD", "REJECTED"})
                String decision,
        @Schema(nullable = true) String reason,
        @Schema(nullable = true) String decidedBy,
        @Schema(nullable = true) Instant decidedAt) {

    static AppealView of(Appeal appeal) {
        AppealVerdict verdict = appeal.verdict();
        return new AppealView(
                appeal.appealId(),
                appeal.stepId(),
                appeal.decisionId(),
                appeal.kpmId(),
                appeal.cause() == null ? null : appeal.cause().name(),
                appeal.period() == null ? null : appeal.period().text(),
                appeal.channel().name(),
                appeal.grounds(),
                appeal.statement(),
                appeal.evidenceReference(),
                appeal.decideBy(),
                verdict == null ? "OPEN" : "DECIDED",
                appeal.lodgedBy(),
                appeal.lodgedAt(),
                verdict == null ? null : verdict.outcome().name(),
                verdict == null ? null : verdict.reason(),
                verdict == null ? null : verdict.decidedBy(),
                verdict == null ? null : verdict.decidedAt());
    }
}
