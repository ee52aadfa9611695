package id.pkh.meeting.grouping;

import id.pkh.meeting.group.GroupEntity;
import id.pkh.meeting.group.Groups;
import id.pkh.meeting.grouping.PlaceFamilies.Grounds;
import id.pkh.meeting.grouping.PlaceableFamilies.Placeable;
import id.pkh.platform.security.AreaScope;
import id.pkh.platform.web.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;

/** Places one family in another group of its village, from a day on and with a reason. */
@ApplicationScoped
class MoveFamily {

    private final Groups groups;
    private final PlaceableFamilies families;
    private final PlaceFamilies placeFamilies;
    private final FamilyGroups familyGroups;

    MoveFamily(
            Groups groups,
            PlaceableFamilies families,
            PlaceFamilies placeFamilies,
            FamilyGroups familyGroups) {
        this.groups = groups;
        this.families = families;
        this.placeFamilies = placeFamilies;
        this.familyGroups = familyGroups;
    }

    /** Whether the family is placed anew; it is not where it is in the group that day already. */
    @Transactional
    boolean handle(UUID kpmId, MoveRequest request, AreaScope areas, String by) {
        Placeable family = requireIn(areas, kpmId);
        GroupEntity group = groups.require(request.groupCode(), areas);
        if (!group.villageCode().equals(family.villageCode())) {
            throw Refused.because("GROUP_OF_OTHER_VILLAGE")
                    .with("group_code", group.code())
                    .with("village_code", family.villageCode());
        }
        if (!family.isInProgramme()) {
            throw Refused.because("FAMILY_HAS_LEFT").with("kpm_id", kpmId);
        }
        if (family.isPlaced(group.code(), request.firstDay())) {
            return false;
        }
        PlaceableFamilies.refuseWaiting(List.of(family));
        String before = familyGroups.groupOn(kpmId, request.firstDay());
        if (group.code().equals(before) && group.code().equals(family.groupCode())) {
            return false;
        }
        UUID source = before == null ? null : familyGroups.idOf(before);
        placeFamilies.refuseUnlessPossible(
                group, request.firstDay(), source == null ? List.of() : List.of(source));
        UUID leaves = group.id().equals(source) ? null : source;
        placeFamilies.handle(
                groups.lock(group.id()),
                List.of(family),
                request.firstDay(),
                new Grounds(Cause.MOVE, null, leaves, request.reason().strip(), by));
        return true;
    }

    /** The family, locked. */
    private Placeable requireIn(AreaScope areas, UUID kpmId) {
        return families.lock(List.of(kpmId)).stream()
                .filter(family -> areas.covers(family.villageCode()))
                .findFirst()
                .orElseThrow(() -> Refused.because("NOT_FOUND"));
    }
}
