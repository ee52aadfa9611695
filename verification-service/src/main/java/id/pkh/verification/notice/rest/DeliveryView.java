package id.pkh.verification.notice.rest;

import id.pkh.verification.decision.domain.NoticeRoute;
import id.pkh.verification.notice.DeliveryAttempt;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An attempt to bring a notice to a family, as clients see it. */
@Schema(name = "NoticeDelivery")
public record DeliveryView(
        UUID noticeId,
        @Schema(nullable = true) UUID stepId,
        @Schema(nullable = true) UUID decisionId,
        UUID kpmId,
        @Schema(enumeration = {"DELIVERED", "NOT_REACHED"}) String outcome,
        @Schema(implementation = NoticeRoute.class) String route,
        LocalDate occurredOn,
        String deliveredBy,
        String evidenceReference,
        boolean acknowledged,
        @Schema(nullable = true, description = "The day from which the decision applies")
                LocalDate effectDueOn,
        String recordedBy,
        Instant recordedAt) {

    /** All attempts, oldest first. */
    @Schema(name = "NoticeDeliveries")
    public record All(List<DeliveryView> items) {

        static All of(List<DeliveryAttempt> attempts) {
            return new All(attempts.stream().map(DeliveryView::of).toList());
        }
    }

    static DeliveryView of(DeliveryAttempt attempt) {
        return new DeliveryView(
                attempt.noticeId(),
                attempt.stepId(),
                attempt.decisionId(),
                attempt.kpmId(),
                attempt.outcome().name(),
                attempt.route().name(),
                attempt.occurredOn(),
                attempt.deliveredBy(),
                attempt.evidenceReference(),
                attempt.isAcknowledged(),
                attempt.effectDueOn(),
                attempt.recordedBy(),
                attempt.recordedAt());
    }
}
