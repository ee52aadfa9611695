package id.pkh.meeting.grouping;

import com.github.f4b6a3.uuid.UuidCreator;
import id.pkh.meeting.group.GroupSizes;
import id.pkh.meeting.group.Groups;
import id.pkh.meeting.group.domain.GroupSize;
import id.pkh.meeting.grouping.domain.ProposedGroups;
import id.pkh.platform.security.AreaScope;
import id.pkh.platform.web.BusinessDates;
import id.pkh.platform.web.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Proposes groups for the families of a village that have none. It places nobody. */
@ApplicationScoped
class ProposeGroups {

    private final Groups groups;
    private final GroupSizes sizes;
    private final VillageGroups village;
    private final PlaceableFamilies families;
    private final Proposals proposals;
    private final Clock clock;

    ProposeGroups(
            Groups groups,
            GroupSizes sizes,
            VillageGroups village,
            PlaceableFamilies families,
            Proposals proposals,
            Clock clock) {
        this.groups = groups;
        this.sizes = sizes;
        this.village = village;
        this.families = families;
        this.proposals = proposals;
        this.clock = clock;
    }

    @Transactional
    UUID handle(String villageCode, AreaScope areas, String by) {
        if (!areas.covers(villageCode)) {
            throw Refused.because("VILLAGE_OUTSIDE_AREAS").with("village_code", villageCode);
        }
        groups.lockForming();
        proposals
                .openOf(villageCode)
                .ifPresent(
                        open -> {
                            throw Refused.because("PROPOSAL_OPEN").with("proposal_id", open);
                        });
        Instant now = clock.instant();
        GroupSize size = sizes.on(BusinessDates.on(now));
        Map<String, List<UUID>> proposed =
                ProposedGroups.of(
                        families.withoutGroup(villageCode),
                        village.of(villageCode),
                        village.freeCodes(villageCode),
                        size);
        if (proposed.isEmpty()) {
            throw Refused.because("NO_FAMILY_WITHOUT_GROUP").with("village_code", villageCode);
        }
        UUID id = UuidCreator.getTimeOrderedEpoch();
        proposals.add(id, villageCode, size.policyCode(), proposed, now, by);
        return id;
    }
}
