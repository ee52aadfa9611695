package id.pkh.registry.initial;

import id.pkh.registry.dataupdate.domain.EvidenceKind;
import id.pkh.registry.family.domain.KpmStatus;
import id.pkh.registry.initial.domain.InitialCodes.CancelReason;
import id.pkh.registry.initial.domain.InitialCodes.DeliveredTo;
import id.pkh.registry.initial.domain.InitialCodes.Mark;
import id.pkh.registry.initial.domain.InitialCodes.Speaker;
import id.pkh.registry.initial.domain.InitialCodes.Topic;
import id.pkh.registry.initial.domain.InitialCodes.Verdict;
import id.pkh.registry.initial.domain.Item;
import id.pkh.registry.initial.domain.ItemState;
import id.pkh.registry.initial.domain.NextStep;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What people see of initial meetings and the candidates on their lists. */
final class InitialViews {

    private InitialViews() {}

    @Schema(name = "InitialMeeting", description = "A meeting and what it came to.")
    record MeetingView(
            UUID meetingId,
            String villageCode,
            String batch,
            LocalDate meetsOn,
            String startsAt,
            String endsAt,
            String place,
            List<Speaker> speakers,
            @Schema(nullable = true) CancelReason cancelled,
            @Schema(description = "families on the list") long listed,
            @Schema(description = "those that have their letter") long delivered,
            long came,
            long sentSomebody,
            long didNotCome,
            @Schema(description = "empty until the meeting is recorded") List<Topic> topics,
            String plannedBy,
            Instant plannedAt) {}

    @Schema(name = "InitialCandidate", description = "A family on the list of a meeting.")
    record CandidateView(
            UUID kpmId,
            UUID meetingId,
            String villageCode,
            String batch,
            LocalDate meetsOn,
            KpmStatus status,
            @Schema(nullable = true) LocalDate deliveredOn,
            @Schema(nullable = true) DeliveredTo deliveredTo,
            @Schema(nullable = true, description = "null: nothing is known") Mark mark,
            NextStep next,
            List<ItemView> items) {}

    @Schema(name = "InitialCandidateItem", description = "The latest comparison of an item.")
    record ItemView(
            Item item,
            ItemState state,
            @Schema(nullable = true, description = "null: it was not compared") Verdict verdict,
            @Schema(nullable = true) EvidenceKind evidence,
            @Schema(nullable = true) UUID visitId,
            @Schema(nullable = true) UUID updateId,
            @Schema(nullable = true) String recordedBy,
            @Schema(nullable = true) Instant recordedAt) {}

    @Schema(name = "InitialDeliveryOutcomes", description = "The outcome for each letter.")
    record Outcomes(List<OutcomeItem> items) {}

    @Schema(name = "InitialDeliveryOutcome")
    record OutcomeItem(
            UUID kpmId,
            @Schema(description = "DELIVERED, or the code why it is not recorded")
                    String outcome) {}
}
