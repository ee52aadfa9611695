package id.pkh.meeting.group;

import com.github.f4b6a3.uuid.UuidCreator;
import id.pkh.contracts.meeting.OfficersElected;
import id.pkh.meeting.family.FamiliesOnDay;
import id.pkh.meeting.family.GroupFamilies;
import id.pkh.platform.messaging.outbox.Outbox;
import id.pkh.platform.security.AreaScope;
import id.pkh.platform.web.BusinessDates;
import id.pkh.platform.web.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.HashSet;
import java.util.UUID;

/** Records the officers that a group elected: three different families of the group on that day. */
@ApplicationScoped
class ElectOfficers {

    private final Groups groups;
    private final GroupFamilies families;
    private final OfficerTerms terms;
    private final Outbox outbox;
    private final Clock clock;

    ElectOfficers(
            Groups groups, GroupFamilies families, OfficerTerms terms, Outbox outbox, Clock clock) {
        this.groups = groups;
        this.families = families;
        this.terms = terms;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Whether the election was recorded; a repeated election is not. */
    @Transactional
    boolean handle(UUID groupId, OfficersRequest elected, AreaScope areas, String by) {
        GroupEntity group = groups.lock(groups.require(groupId, areas).id);
        refuseUnlessElectable(group, elected);
        boolean known =
                OfficersEntity.standing(groupId)
                        .filter(
                                standing ->
                                        standing.electedOn.equals(elected.electedOn())
                                                && standing.chairKpmId.equals(elected.chairKpmId())
                                                && standing.secretaryKpmId.equals(
                                                        elected.secretaryKpmId())
                                                && standing.treasurerKpmId.equals(
                                                        elected.treasurerKpmId()))
                        .isPresent();
        if (known) {
            return false;
        }
        OfficersEntity officers = new OfficersEntity();
        officers.id = UuidCreator.getTimeOrderedEpoch();
        officers.groupId = groupId;
        officers.electedOn = elected.electedOn();
        officers.chairKpmId = elected.chairKpmId();
        officers.secretaryKpmId = elected.secretaryKpmId();
        officers.treasurerKpmId = elected.treasurerKpmId();
        officers.recordedAt = clock.instant();
        officers.recordedBy = by;
        officers.persistAndFlush();
        terms.elect(officers);
        outbox.append(
                new OfficersElected(
                        groupId,
                        elected.chairKpmId(),
                        elected.secretaryKpmId(),
                        elected.treasurerKpmId(),
                        elected.electedOn(),
                        officers.recordedAt),
                group.nextVersion());
        return true;
    }

    private void refuseUnlessElectable(GroupEntity group, OfficersRequest elected) {
        if (new HashSet<>(elected.kpmIds()).size() < elected.kpmIds().size()) {
            throw Refused.because("OFFICERS_NOT_DISTINCT");
        }
        if (elected.electedOn().isAfter(BusinessDates.today(clock))) {
            throw Refused.because("DATE_IN_FUTURE").with("date", elected.electedOn());
        }
        FamiliesOnDay members = families.onDay(group.code, elected.electedOn());
        for (UUID kpmId : elected.kpmIds()) {
            if (!members.holds(kpmId)) {
                throw Refused.because("OFFICER_NOT_IN_GROUP").with("kpm_id", kpmId);
            }
        }
    }
}
