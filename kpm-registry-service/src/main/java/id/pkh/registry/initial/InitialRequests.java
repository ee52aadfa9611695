package id.pkh.registry.initial;

import id.pkh.platform.web.FreeText;
import id.pkh.registry.dataupdate.DataUpdateRequests.ChangeEntry;
import id.pkh.registry.dataupdate.domain.EvidenceKind;
import id.pkh.registry.initial.domain.Comparison;
import id.pkh.registry.initial.domain.InitialCodes.CancelReason;
import id.pkh.registry.initial.domain.InitialCodes.DeliveredTo;
import id.pkh.registry.initial.domain.InitialCodes.Mark;
import id.pkh.registry.initial.domain.InitialCodes.Speaker;
import id.pkh.registry.initial.domain.InitialCodes.Topic;
import id.pkh.registry.initial.domain.InitialCodes.Verdict;
import id.pkh.registry.initial.domain.Item;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What people send about initial meetings and the candidates on their lists. */
final class InitialRequests {

    static final int MAX_CANDIDATES = 500;
    static final int MAX_DELIVERIES = 200;

    /** For {@code @CodeForm}. */
    static final String BATCH = "^[A-Z0-9][A-Z0-9-]{0,19}$";

    private static final String HOUR = "([01][0-9]|2[0-3]):[0-5][0-9]";

    private InitialRequests() {}

    @Schema(name = "InitialMeetingEntry", description = "A meeting for candidates of one village.")
    record MeetingEntry(
            @NotNull @Schema(examples = "17.71.08.1001") String villageCode,
            @NotNull
                    @FreeText
                    @Pattern(regexp = BATCH)
                    @Schema(description = "code of the list of the ministry", examples = "2026-12")
                    String batch,
            @NotNull @Schema(description = "may be entered later, and at most a year ahead")
                    LocalDate meetsOn,
            @NotNull
                    @Pattern(regexp = HOUR)
                    @Schema(description = "hours and minutes in the village")
                    String startsAt,
            @NotNull @Pattern(regexp = HOUR) String endsAt,
            @NotNull @FreeText @NotBlank @Size(max = 200) String place,
            @NotNull @Size(min = 1, max = 9) @Schema(description = "functions, never names")
                    Set<@NotNull Speaker> speakers,
            @Size(min = 1, max = MAX_CANDIDATES)
                    @Schema(
                            description =
                                    "who is on the list; if left out, the candidates of the village that"
                                            + " are on no other")
                    Set<@NotNull UUID> kpmIds) {}

    @Schema(name = "InitialMeetingCancellation")
    record Cancellation(@NotNull CancelReason reason) {}

    @Schema(name = "InitialDeliveries", description = "Letters that were given to somebody.")
    record Deliveries(
            @NotNull @Size(min = 1, max = MAX_DELIVERIES)
                    List<@NotNull @Valid DeliveryEntry> deliveries) {}

    @Schema(name = "InitialDelivery")
    record DeliveryEntry(
            @NotNull UUID kpmId,
            @NotNull @Schema(description = "not in the future, at the latest on the meeting's day")
                    LocalDate deliveredOn,
            @NotNull DeliveredTo deliveredTo) {}

    @Schema(name = "InitialRecord", description = "What was covered, and who was there.")
    record RecordEntry(
            @NotNull @Size(min = 1, max = 7) Set<@NotNull Topic> topics,
            @NotNull
                    @Size(max = MAX_CANDIDATES)
                    @Schema(description = "a family that is left out keeps its mark")
                    List<@NotNull @Valid MarkEntry> marks) {}

    @Schema(name = "InitialMark")
    record MarkEntry(@NotNull UUID kpmId, @NotNull Mark mark) {}

    @Schema(name = "InitialComparison", description = "How items compare with their evidence.")
    record ComparisonEntry(
            @Schema(description = "the visit at home that met the family; leave out at the meeting")
                    UUID visitId,
            @NotNull @Size(min = 1, max = 7) List<@NotNull @Valid ItemEntry> items,
            @Size(min = 1, max = 20) @Schema(description = "what differs becomes one data update")
                    List<@NotNull @Valid ChangeEntry> changes) {

        List<Comparison> compared() {
            return items.stream()
                    .map(entry -> new Comparison(entry.item(), entry.verdict(), entry.evidence()))
                    .toList();
        }

        List<ChangeEntry> changesOrNone() {
            return changes == null ? List.of() : changes;
        }
    }

    @Schema(name = "InitialComparisonItem")
    record ItemEntry(
            @NotNull Item item,
            @NotNull Verdict verdict,
            @Schema(description = "what was seen; left out when it is missing")
                    EvidenceKind evidence) {}
}
