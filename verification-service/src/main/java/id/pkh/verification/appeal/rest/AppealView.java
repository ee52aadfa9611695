package id.pkh.verification.appeal.rest;

import id.pkh.verification.appeal.Appeal;
import id.pkh.verification.appeal.AppealVerdict;
import java.time.Instant;
import java.util.UUID;

/** An appeal as clients see it; the last four fields are set once it is decided. */
public record AppealView(
        UUID appealId,
        UUID stepId,
        UUID kpmId,
        String cause,
        String period,
        String statement,
        String status,
        String lodgedBy,
        Instant lodgedAt,
        String decision,
        String reason,
        String decidedBy,
        Instant decidedAt) {

    static AppealView of(Appeal appeal) {
        AppealVerdict verdict = appeal.verdict();
        return new AppealView(
                appeal.appealId(),
                appeal.stepId(),
                appeal.kpmId(),
                appeal.cause().name(),
                appeal.period().text(),
                appeal.statement(),
                verdict == null ? "OPEN" : "DECIDED",
                appeal.lodgedBy(),
                appeal.lodgedAt(),
                verdict == null ? null : verdict.outcome().name(),
                verdict == null ? null : verdict.reason(),
                verdict == null ? null : verdict.decidedBy(),
                verdict == null ? null : verdict.decidedAt());
    }
}
