package id.pkh.registry.duplicate;

import id.pkh.registry.duplicate.domain.DistinctionReason;
import id.pkh.registry.duplicate.domain.FamilyDistance;
import id.pkh.registry.duplicate.domain.NameLikeness;
import id.pkh.registry.duplicate.domain.NikLikeness;
import id.pkh.registry.duplicate.domain.PairState;
import id.pkh.registry.family.domain.KpmStatus;
import id.pkh.registry.finding.domain.BirthLikeness;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What people see of suspected duplicates: ids, codes and days, and no name or number. */
final class DuplicateViews {

    private DuplicateViews() {}

    @Schema(name = "DuplicateSuspicion", description = "Two families that may be the same one.")
    record DuplicateView(
            UUID pairId,
            @Schema(description = "the two families; one may lie outside your areas")
                    List<FamilyView> families,
            @Schema(description = "whether both have the same account") boolean sameAccount,
            @Schema(description = "persons who are alike, the most alike first")
                    List<MatchView> matches,
            @Schema(description = "sorts, and decides nothing") int points,
            PairState state,
            @Schema(description = "send it with the next act") int version,
            @Schema(description = "since when it is open, or was open last") Instant foundAt,
            @Schema(nullable = true) DistinctionReason reason,
            @Schema(nullable = true) String decidedBy,
            @Schema(nullable = true) Instant decidedAt,
            @Schema(nullable = true, description = "null in a list") List<ActView> history) {}

    @Schema(name = "DuplicateFamily", description = "One of the two families.")
    record FamilyView(UUID kpmId, KpmStatus status, String villageCode) {}

    @Schema(name = "DuplicateMatch", description = "A person of each family, and what is alike.")
    record MatchView(
            @Schema(description = "of the first family") UUID firstMemberId,
            @Schema(description = "of the second family") UUID secondMemberId,
            NameLikeness name,
            @Schema(enumeration = {"SAME", "DAY_MONTH_EXCHANGED", "YEAR_OFF_BY_ONE", "OTHER"})
                    BirthLikeness birth,
            @Schema(description = "one digit differs, or two neighbours changed places")
                    NikLikeness nik,
            boolean samePupilNumber,
            @Schema(description = "the smallest area in which both live") FamilyDistance distance,
            int points) {}

    @Schema(name = "DuplicateAct", description = "A step of a pair.")
    record ActView(
            int actNo,
            PairState state,
            @Schema(nullable = true) DistinctionReason reason,
            @Schema(description = "`system` for a comparison") String actedBy,
            Instant actedAt) {}
}
