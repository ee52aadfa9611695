package id.pkh.meeting.group;

import com.github.f4b6a3.uuid.UuidCreator;
import id.pkh.meeting.family.GroupFamilies;
import id.pkh.meeting.group.domain.Office;
import id.pkh.meeting.group.domain.OfficerTerm;
import id.pkh.platform.security.AreaScope;
import id.pkh.platform.web.BusinessDates;
import id.pkh.platform.web.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** Records a single term of an office, or ends one. */
@ApplicationScoped
class RecordTerm {

    private final Groups groups;
    private final GroupFamilies families;
    private final OfficerTerms terms;
    private final Clock clock;

    RecordTerm(Groups groups, GroupFamilies families, OfficerTerms terms, Clock clock) {
        this.groups = groups;
        this.families = families;
        this.terms = terms;
        this.clock = clock;
    }

    /** Whether the term is new; a repeated request is recognised. */
    @Transactional
    boolean record(UUID groupId, OfficerTermRequest request, AreaScope areas, String by) {
        GroupEntity group = groups.lock(groups.require(groupId, areas).id);
        OfficerTerm wanted =
                new OfficerTerm(
                        UuidCreator.getTimeOrderedEpoch(),
                        office(request.office()),
                        request.kpmId(),
                        request.firstDay(),
                        request.lastDay());
        refuseUnlessPossible(group, wanted);
        OfficerTerm standing = OfficerTerm.inTheWayOf(wanted, terms.of(groupId)).orElse(null);
        if (standing == null) {
            terms.add(groupId, wanted, null, clock.instant(), by);
            return true;
        }
        if (isSame(standing, wanted)) {
            return false;
        }
        throw Refused.because("OFFICER_TERM_OVERLAPS")
                .with("term_id", standing.termId())
                .with("office", standing.office().name());
    }

    /** Whether the term ends on another day now. */
    @Transactional
    boolean end(UUID groupId, UUID termId, LocalDate lastDay, AreaScope areas, String by) {
        GroupEntity group = groups.lock(groups.require(groupId, areas).id);
        List<OfficerTerm> known = terms.of(group.id);
        OfficerTerm term =
                known.stream()
                        .filter(each -> each.termId().equals(termId))
                        .findFirst()
                        .orElseThrow(() -> Refused.because("NOT_FOUND"));
        if (lastDay.equals(term.lastDay())) {
            return false;
        }
        if (lastDay.isBefore(term.firstDay())) {
            throw Refused.because("OFFICER_TERM_ENDS_EARLY");
        }
        if (term.lastDay() != null && lastDay.isAfter(term.lastDay())) {
            throw Refused.because("OFFICER_TERM_ENDED").with("last_day", term.lastDay());
        }
        terms.end(termId, lastDay, clock.instant(), by);
        return true;
    }

    private static Office office(String code) {
        return Office.ofCode(code)
                .orElseThrow(() -> Refused.because("OFFICE_UNKNOWN").with("office", code));
    }

    private void refuseUnlessPossible(GroupEntity group, OfficerTerm wanted) {
        if (wanted.firstDay().isAfter(BusinessDates.today(clock))) {
            throw Refused.because("DATE_IN_FUTURE").with("date", wanted.firstDay());
        }
        if (wanted.lastDay() != null && wanted.lastDay().isBefore(wanted.firstDay())) {
            throw Refused.because("OFFICER_TERM_ENDS_EARLY");
        }
        if (!families.onDay(group.code, wanted.firstDay()).holds(wanted.kpmId())) {
            throw Refused.because("OFFICER_NOT_IN_GROUP").with("kpm_id", wanted.kpmId());
        }
    }

    private static boolean isSame(OfficerTerm one, OfficerTerm other) {
        return one.office() == other.office()
                && one.kpmId().equals(other.kpmId())
                && one.firstDay().equals(other.firstDay())
                && Objects.equals(one.lastDay(), other.lastDay());
    }
}
