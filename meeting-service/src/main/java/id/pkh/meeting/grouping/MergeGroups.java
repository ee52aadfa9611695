package id.pkh.meeting.grouping;

import id.pkh.meeting.family.GroupFamilies;
import id.pkh.meeting.group.GroupEntity;
import id.pkh.meeting.group.Groups;
import id.pkh.meeting.grouping.PlaceFamilies.Grounds;
import id.pkh.meeting.grouping.PlaceableFamilies.Placeable;
import id.pkh.platform.security.AreaScope;
import id.pkh.platform.web.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Places all families of a group in another one of the village. The group stays on record with its
 * meetings; without families no meeting is due.
 */
@ApplicationScoped
class MergeGroups {

    private final Groups groups;
    private final GroupFamilies members;
    private final PlaceableFamilies families;
    private final PlaceFamilies placeFamilies;
    private final Placements placements;

    MergeGroups(
            Groups groups,
            GroupFamilies members,
            PlaceableFamilies families,
            PlaceFamilies placeFamilies,
            Placements placements) {
        this.groups = groups;
        this.members = members;
        this.families = families;
        this.placeFamilies = placeFamilies;
        this.placements = placements;
    }

    @Transactional
    Placed handle(UUID groupId, MergeRequest request, AreaScope areas, String by) {
        GroupEntity source = groups.require(groupId, areas);
        GroupEntity into = groups.require(request.intoGroupCode(), areas);
        if (into.id().equals(groupId)) {
            throw Refused.because("MERGE_WITH_ITSELF").with("group_code", into.code());
        }
        if (!into.villageCode().equals(source.villageCode())) {
            throw Refused.because("GROUP_OF_OTHER_VILLAGE")
                    .with("group_code", into.code())
                    .with("village_code", source.villageCode());
        }
        Optional<UUID> known =
                placements.repeated(Cause.MERGE, groupId, into.code(), request.firstDay());
        if (known.isPresent()) {
            return new Placed(known.get(), false);
        }
        placeFamilies.refuseUnlessPossible(into, request.firstDay(), List.of(groupId));
        List<Placeable> placeable =
                families.lock(members.onDay(source.code(), request.firstDay()).kpmIds());
        if (placeable.isEmpty()) {
            throw Refused.because("GROUP_WITHOUT_FAMILIES").with("group_code", source.code());
        }
        PlaceableFamilies.refuseWaiting(placeable);
        UUID id =
                placeFamilies.handle(
                        groups.lock(into.id()),
                        placeable,
                        request.firstDay(),
                        new Grounds(Cause.MERGE, null, groupId, request.reason().strip(), by));
        return new Placed(id, true);
    }
}
