package id.pkh.registry.notification.rest;

import id.pkh.registry.notification.domain.NotificationState;
import id.pkh.registry.notification.domain.ReceiverRole;
import id.pkh.registry.notification.domain.Template;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "Notification", description = "Who is notified of what, and whether they were.")
record NotificationView(
        UUID notificationId,
        @Schema(description = "Name of the event, as in the event catalogue") String event,
        @Schema(description = "The step, decision, lapse, payment or change that it is about")
                UUID subjectId,
        @Schema(implementation = ReceiverRole.class) String receiverRole,
        @Schema(
                        description =
                                "Id of the family or facilitator, code of the group, or area of"
                                        + " the office")
                String receiverRef,
        String areaCode,
        @Schema(nullable = true) UUID kpmId,
        @Schema(implementation = Template.class) String template,
        @Schema(description = "In Indonesian, as it is sent or printed") String text,
        @Schema(description = "In English, for offices") String textEn,
        LocalDate dueBy,
        @Schema(implementation = NotificationState.class) String state,
        Instant stateSince,
        @Schema(nullable = true, description = "Who printed or acknowledged it") String stateBy,
        @Schema(
                        nullable = true,
                        enumeration = {"MESSAGE", "PRINTED"},
                        description = "null until it is due")
                String route,
        Instant queuedAt,
        @Schema(description = "How often its message was tried") int attempts,
        @Schema(nullable = true, description = "Outcome of the last attempt") String lastOutcome) {

    @Schema(
            name = "PrintableNotifications",
            description = "What is to be handed over or read out in a group.")
    record Printable(
            String groupCode,
            List<PrintableItem> notifications,
            @Schema(description = "All of them as one text, a line for each") String text,
            @Schema(description = "Whether there are more; mark these as printed first")
                    boolean truncated) {}

    @Schema(name = "PrintableNotification")
    record PrintableItem(
            UUID notificationId,
            @Schema(implementation = ReceiverRole.class) String receiverRole,
            @Schema(nullable = true) UUID kpmId,
            @Schema(nullable = true, description = "null for callers who may not see names")
                    String caretakerName,
            String text,
            LocalDate dueBy) {}

    @Schema(name = "NotificationCounts")
    record Counts(List<CountItem> items) {}

    @Schema(name = "NotificationCount")
    record CountItem(
            @Schema(implementation = ReceiverRole.class) String receiverRole,
            @Schema(implementation = NotificationState.class) String state,
            long count) {}

    @Schema(name = "PrintedRequest", description = "What was printed to be handed over.")
    record Printed(@Schema(required = true) List<UUID> notificationIds) {}

    @Schema(name = "PrintedOutcomes", description = "The outcome of each notification.")
    record Outcomes(List<OutcomeItem> items) {}

    @Schema(name = "PrintedOutcome")
    record OutcomeItem(
            UUID notificationId,
            @Schema(description = "PRINTED, NOT_FOUND, or the state that it already has")
                    String outcome) {}
}
