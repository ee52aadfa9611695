package id.pkh.registry.history;

import id.pkh.registry.history.domain.AsOf;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "FamilyAsOf", description = "A family as it was on a day, as far as it is known.")
public record FamilyAsOfView(
        UUID kpmId,
        LocalDate validOn,
        @Schema(description = "what was recorded after this day is left out") LocalDate knownOn,
        AspectAsOf village,
        AspectAsOf group,
        AspectAsOf payingBank,
        @Schema(description = "the value is the id of the member") AspectAsOf caretaker,
        AspectAsOf status,
        @Schema(
                        description =
                                "who answered for the village on that day, as far as it is known today")
                List<UUID> facilitatorIds,
        @Schema(description = "who was in the family, or may have been") List<MemberAsOf> members) {

    @Schema(
            name = "AspectAsOf",
            description =
                    "What was so. Everything is null if the family did not take part yet, or nothing was"
                            + " recorded.")
    public record AspectAsOf(
            @Schema(nullable = true, description = "null also for none, such as no group")
                    String value,
            @Schema(nullable = true, description = "first day; null if it is not known")
                    LocalDate since,
            @Schema(nullable = true, description = "version of the family that says so")
                    Long version,
            @Schema(
                            nullable = true,
                            description =
                                    "the answer is not known, because what was before this day was overwritten")
                    LocalDate notKnownBefore) {

        static AspectAsOf of(AsOf answer) {
            if (answer instanceof AsOf.Known known) {
                return new AspectAsOf(
                        known.fact().value(), known.fact().since(), known.fact().version(), null);
            }
            return answer instanceof AsOf.NotKnownBefore unknown
                    ? new AspectAsOf(null, null, null, unknown.day())
                    : new AspectAsOf(null, null, null, null);
        }
    }

    @Schema(name = "MemberAsOf", description = "A person, without name and number.")
    public record MemberAsOf(
            UUID memberId,
            @Schema(nullable = true, description = "null if it is not known") LocalDate joinedOn,
            @Schema(
                            nullable = true,
                            description =
                                    "whether the person was in the family before this day is not known")
                    LocalDate notKnownBefore,
            @Schema(nullable = true, description = "if on that day or before") LocalDate diedOn,
            @Schema(nullable = true, description = "carried on that day") String component,
            @Schema(nullable = true) LocalDate componentSince,
            @Schema(nullable = true) LocalDate componentUntil,
            @Schema(nullable = true, description = "school") String npsn) {}
}
