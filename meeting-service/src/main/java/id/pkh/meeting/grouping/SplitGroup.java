package id.pkh.meeting.grouping;

import id.pkh.meeting.family.FamiliesOnDay;
import id.pkh.meeting.family.GroupFamilies;
import id.pkh.meeting.group.FormGroups;
import id.pkh.meeting.group.GroupEntity;
import id.pkh.meeting.group.Groups;
import id.pkh.meeting.group.NewGroup;
import id.pkh.meeting.grouping.PlaceFamilies.Grounds;
import id.pkh.meeting.grouping.PlaceableFamilies.Placeable;
import id.pkh.platform.security.AreaScope;
import id.pkh.platform.web.BusinessDates;
import id.pkh.platform.web.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Forms a new group of some families of a group. Both have families afterwards. */
@ApplicationScoped
class SplitGroup {

    private final Groups groups;
    private final FormGroups formGroups;
    private final GroupFamilies members;
    private final PlaceableFamilies families;
    private final PlaceFamilies placeFamilies;
    private final Placements placements;
    private final Clock clock;

    SplitGroup(
            Groups groups,
            FormGroups formGroups,
            GroupFamilies members,
            PlaceableFamilies families,
            PlaceFamilies placeFamilies,
            Placements placements,
            Clock clock) {
        this.groups = groups;
        this.formGroups = formGroups;
        this.members = members;
        this.families = families;
        this.placeFamilies = placeFamilies;
        this.placements = placements;
        this.clock = clock;
    }

    @Transactional
    Placed handle(UUID groupId, SplitRequest request, AreaScope areas, String by) {
        GroupEntity source = groups.require(groupId, areas);
        String code = ChangeProposal.groupCode(request.newGroupCode(), source.villageCode());
        Optional<UUID> known = placements.repeated(Cause.SPLIT, groupId, code, request.firstDay());
        if (known.isPresent()) {
            return new Placed(known.get(), false);
        }
        if (request.firstDay().isAfter(BusinessDates.today(clock))) {
            throw Refused.because("DATE_IN_FUTURE").with("date", request.firstDay());
        }
        GroupEntity target = form(code, request);
        Set<UUID> leaving = new HashSet<>(request.kpmIds());
        List<Placeable> placeable = families.lock(leaving);
        refuseStrangersAndEmptiness(source, leaving, request);
        PlaceableFamilies.refuseWaiting(placeable);
        placeFamilies.refuseUnlessPossible(target, request.firstDay(), List.of(groupId));
        UUID id =
                placeFamilies.handle(
                        groups.lock(target.id()),
                        placeable,
                        request.firstDay(),
                        new Grounds(Cause.SPLIT, null, groupId, request.reason().strip(), by));
        return new Placed(id, true);
    }

    private GroupEntity form(String code, SplitRequest request) {
        groups.lockForming();
        if (!groups.lockByCode(List.of(code)).isEmpty()) {
            throw Refused.because("GROUP_ALREADY_FORMED").with("group_code", code);
        }
        String place = request.meetingPlace() == null ? "" : request.meetingPlace().strip();
        formGroups.handle(
                List.of(new NewGroup(code, request.name().strip(), place, request.firstDay())));
        return groups.lockByCode(List.of(code)).get(0);
    }

    private void refuseStrangersAndEmptiness(
            GroupEntity source, Set<UUID> leaving, SplitRequest request) {
        FamiliesOnDay onDay = members.onDay(source.code(), request.firstDay());
        for (UUID kpmId : leaving) {
            if (!onDay.holds(kpmId)) {
                throw Refused.because("NOT_IN_GROUP").with("kpm_id", kpmId);
            }
        }
        if (leaving.containsAll(onDay.kpmIds())) {
            throw Refused.because("SPLIT_LEAVES_EMPTY_GROUP").with("group_code", source.code());
        }
    }
}
