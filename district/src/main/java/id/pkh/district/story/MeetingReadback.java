package id.pkh.district.story;

import id.pkh.client.PkhClient;
import id.pkh.client.meeting.FacilitatorDutyApi;
import id.pkh.client.meeting.MeetingsApi;
import id.pkh.client.meeting.MeetingsNotHeldApi;
import id.pkh.client.meeting.model.AbsencePage;
import id.pkh.client.meeting.model.EscalationPage;
import id.pkh.client.meeting.model.LapsePage;
import id.pkh.client.meeting.model.LapsedGroup;
import id.pkh.client.meeting.model.MeetingPage;
import id.pkh.client.meeting.model.MonthWithoutMeetingPage;
import id.pkh.client.registry.FacilitatorsApi;
import id.pkh.client.registry.model.FacilitatorPage;
import id.pkh.district.recount.Escalation;
import id.pkh.district.recount.ExpectedMeetings;
import id.pkh.district.recount.ExpectedMeetings.Absence;
import id.pkh.district.recount.ExpectedMeetings.GroupMonth;
import id.pkh.district.recount.ExpectedMeetings.Lapse;
import id.pkh.district.recount.ExpectedMeetings.NotHeld;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

/** The meeting service's data about groups and facilitators, in the form of the recount. */
final class MeetingReadback {

    private final StoryContext context;
    private final Identities identities;
    private final PkhClient meeting;
    private final Map<UUID, String> facilitatorCodes = new HashMap<>();

    MeetingReadback(StoryContext context, Identities identities) {
        this.context = context;
        this.identities = identities;
        meeting = context.stage().meeting(context.cast().administrator());
        context.stage()
                .registry(context.cast().administrator())
                .each(
                        FacilitatorsApi::new,
                        (facilitators, after) ->
                                facilitators.listFacilitators(after, Stage.PAGE, null),
                        FacilitatorPage::getItems,
                        FacilitatorPage::getNext,
                        f -> facilitatorCodes.put(f.getFacilitatorId(), f.getCode()));
    }

    /** All of them, or those of one month. */
    ExpectedMeetings read(String month) {
        return new ExpectedMeetings(
                meetings("GROUP_MEETING", month),
                meetings("P2K2", month),
                notHeld(month),
                absences(month),
                lapses(month),
                escalations(month));
    }

    private Set<GroupMonth> meetings(String kind, String month) {
        Set<GroupMonth> held = new HashSet<>();
        meeting.each(
                MeetingsApi::new,
                (meetings, after) ->
                        meetings.listMeetings(after, null, null, kind, Stage.PAGE, month, null),
                MeetingPage::getItems,
                MeetingPage::getNext,
                m -> held.add(new GroupMonth(m.getGroupCode(), m.getMonth())));
        return held;
    }

    private Set<NotHeld> notHeld(String month) {
        Set<NotHeld> notHeld = new HashSet<>();
        meeting.each(
                MeetingsNotHeldApi::new,
                (months, after) ->
                        months.listMonthsWithoutMeeting(after, null, Stage.PAGE, month, true, null),
                MonthWithoutMeetingPage::getItems,
                MonthWithoutMeetingPage::getNext,
                n -> notHeld.add(new NotHeld(n.getGroupCode(), n.getMonth(), n.getReason())));
        return notHeld;
    }

    private Set<Absence> absences(String month) {
        Set<Absence> absences = new HashSet<>();
        meeting.each(
                MeetingsApi::new,
                (meetings, after) -> meetings.listAbsences(after, null, Stage.PAGE, month, null),
                AbsencePage::getItems,
                AbsencePage::getNext,
                a ->
                        absences.add(
                                new Absence(
                                        identities.caretakerOf(a.getKpmId().toString()),
                                        a.getMonth(),
                                        a.getKind().toString())));
        return absences;
    }

    private Set<Lapse> lapses(String month) {
        Set<Lapse> lapses = new HashSet<>();
        meeting.each(
                FacilitatorDutyApi::new,
                (duty, after) -> duty.listLapses(after, null, Stage.PAGE, month),
                LapsePage::getItems,
                LapsePage::getNext,
                l -> {
                    if (l.getStanding()) {
                        lapses.add(
                                new Lapse(
                                        facilitatorCodes.getOrDefault(l.getFacilitatorId(), "?"),
                                        l.getMonth(),
                                        l.getDuty().toString(),
                                        codes(l.getGroups())));
                    }
                });
        return lapses;
    }

    private List<Escalation> escalations(String month) {
        List<Escalation> escalations = new ArrayList<>();
        meeting.each(
                FacilitatorDutyApi::new,
                (duty, after) -> duty.listEscalations(after, null, Stage.PAGE, month),
                EscalationPage::getItems,
                EscalationPage::getNext,
                e -> {
                    if (e.getStanding()) {
                        escalations.add(
                                new Escalation(
                                        facilitatorCodes.getOrDefault(e.getFacilitatorId(), "?"),
                                        e.getMonth(),
                                        e.getDuty().toString(),
                                        e.getLevel().toString(),
                                        codes(e.getGroups())));
                    }
                });
        return escalations;
    }

    private static Set<String> codes(List<LapsedGroup> groups) {
        return groups.stream()
                .map(LapsedGroup::getGroupCode)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    void compare(ExpectedMeetings found) {
        ExpectedMeetings wanted = context.expected().meetings();
        Findings findings = context.findings();
        differ(findings, "group meetings held", wanted.held(), found.held());
        differ(findings, "P2K2 sessions held", wanted.sessions(), found.sessions());
        differ(findings, "group meetings not held", wanted.notHeld(), found.notHeld());
        absences(findings, wanted.absences(), found.absences());
        differ(findings, "lapses of facilitators", wanted.lapses(), found.lapses());
        differ(
                findings,
                "escalations",
                new HashSet<>(wanted.escalations()),
                new HashSet<>(found.escalations()));
        findings.equal(
                "escalations, each once", wanted.escalations().size(), found.escalations().size());
    }

    private static <T> void differ(Findings findings, String what, Set<T> wanted, Set<T> found) {
        wanted.stream()
                .filter(w -> !found.contains(w))
                .sorted(Comparator.comparing(Object::toString))
                .forEach(w -> findings.add(what + ": missing " + w));
        found.stream()
                .filter(f -> !wanted.contains(f))
                .sorted(Comparator.comparing(Object::toString))
                .forEach(f -> findings.add(what + ": unexpected " + f));
    }

    private void absences(Findings findings, Set<Absence> wanted, Set<Absence> found) {
        differ(findings, "absences", anonymous(wanted), anonymous(found));
        findings.equal("absences", wanted.size(), found.size());
    }

    private Set<String> anonymous(Set<Absence> absences) {
        Set<String> lines = new HashSet<>();
        for (Absence absence : absences) {
            String kpm =
                    absence.caretaker() == null
                            ? "unknown family"
                            : identities.kpmOf(absence.caretaker());
            lines.add(kpm + " " + absence.month() + " " + absence.kind());
        }
        return lines;
    }
}
