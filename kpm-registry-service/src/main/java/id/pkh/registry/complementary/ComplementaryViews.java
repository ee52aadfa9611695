package id.pkh.registry.complementary;

import id.pkh.registry.complementary.domain.AdvocacyState;
import id.pkh.registry.complementary.domain.ComplementaryCodes.Programme;
import id.pkh.registry.complementary.domain.ComplementaryCodes.Refusal;
import id.pkh.registry.complementary.domain.ComplementaryCodes.Source;
import id.pkh.registry.complementary.domain.ComplementaryCodes.Status;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What people see of complementary programmes. */
final class ComplementaryViews {

    private ComplementaryViews() {}

    @Schema(name = "ComplementaryStatus", description = "What is so at present.")
    record StatusView(
            UUID statusId,
            UUID kpmId,
            String villageCode,
            Programme programme,
            @Schema(nullable = true) UUID memberId,
            Status status,
            LocalDate effectiveOn,
            Source source,
            String recordedBy,
            Instant recordedAt) {}

    @Schema(name = "Advocacy", description = "The way of a family that lacks a programme.")
    record AdvocacyView(
            UUID advocacyId,
            UUID kpmId,
            String villageCode,
            Programme programme,
            @Schema(nullable = true) UUID memberId,
            @Schema(description = "what it lacked when it was listed") Status gap,
            LocalDate since,
            @Schema(nullable = true) UUID complaintId,
            AdvocacyState state,
            @Schema(description = "send it with the next act") int version,
            @Schema(nullable = true, description = "month from which it is proposed") String period,
            @Schema(nullable = true) Refusal refusal,
            String listedBy,
            Instant listedAt,
            @Schema(nullable = true, description = "null in a list") List<ActView> history) {}

    @Schema(name = "AdvocacyAct", description = "What a person did with an advocacy.")
    record ActView(int actNo, AdvocacyState state, String actedBy, Instant actedAt) {}

    @Schema(name = "AdvocacyActs", description = "The outcome for each advocacy.")
    record Outcomes(List<OutcomeItem> items) {}

    @Schema(name = "AdvocacyActOutcome")
    record OutcomeItem(
            UUID advocacyId,
            @Schema(description = "the new state, or the code why it stays as it was")
                    String outcome) {}
}
