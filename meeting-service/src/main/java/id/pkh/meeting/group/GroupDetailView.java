package id.pkh.meeting.group;

import id.pkh.meeting.group.domain.GroupSizeFinding;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A group with its families, its officers and the facilitator who is responsible today.
 *
 * @param officers null before the first election
 * @param facilitatorId null when no one is assigned
 * @param size whether it has as many families as the policy says
 */
public record GroupDetailView(
        UUID groupId,
        String groupCode,
        String name,
        String villageCode,
        String meetingPlace,
        LocalDate formedOn,
        List<UUID> kpmIds,
        @Schema(nullable = true) Officers officers,
        @Schema(nullable = true) UUID facilitatorId,
        GroupSizeFinding size) {

    /** Families of the officers. */
    @Schema(name = "GroupOfficers")
    public record Officers(
            UUID chairKpmId, UUID secretaryKpmId, UUID treasurerKpmId, LocalDate electedOn) {}
}
