package id.pkh.district.story;

import com.fasterxml.jackson.databind.JsonNode;
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

/** The meeting service's data about groups and facilitators, in the form of the recount. */
final class MeetingReadback {

    private final StoryContext context;
    private final Identities identities;
    private final Map<String, String> facilitatorCodes = new HashMap<>();
    private final Map<String, String> groupCodes = new HashMap<>();

    MeetingReadback(StoryContext context, Identities identities) {
        this.context = context;
        this.identities = identities;
        String token = context.cast().administrator();
        context.stage()
                .registry()
                .each(
                        "/facilitators",
                        token,
                        f ->
                                facilitatorCodes.put(
                                        f.path("facilitator_id").asText(),
                                        f.path("code").asText()));
        context.stage()
                .meeting()
                .each(
                        "/groups",
                        token,
                        g ->
                                groupCodes.put(
                                        g.path("group_id").asText(),
                                        g.path("group_code").asText()));
    }

    /** All of them, or those of one month. */
    ExpectedMeetings read(String month) {
        String query = month == null ? "" : "&month=" + month;
        return new ExpectedMeetings(
                meetings("GROUP_MEETING", query),
                meetings("P2K2", query),
                notHeld(query),
                absences(query),
                lapses(query),
                escalations(query));
    }

    private Set<GroupMonth> meetings(String kind, String query) {
        Set<GroupMonth> held = new HashSet<>();
        each(
                "/meetings?kind=" + kind + query,
                m -> held.add(new GroupMonth(group(m), m.path("month").asText())));
        return held;
    }

    private Set<NotHeld> notHeld(String query) {
        Set<NotHeld> notHeld = new HashSet<>();
        each(
                "/not-held?standing=true" + query,
                n ->
                        notHeld.add(
                                new NotHeld(
                                        group(n),
                                        n.path("month").asText(),
                                        n.path("reason").asText())));
        return notHeld;
    }

    private Set<Absence> absences(String query) {
        Set<Absence> absences = new HashSet<>();
        each(
                "/absences?x=" + query,
                a ->
                        absences.add(
                                new Absence(
                                        identities.caretakerOf(a.path("kpm_id").asText()),
                                        a.path("month").asText(),
                                        a.path("kind").asText())));
        return absences;
    }

    private Set<Lapse> lapses(String query) {
        Set<Lapse> lapses = new HashSet<>();
        each(
                "/facilitator-lapses?x=" + query,
                l -> {
                    if (l.path("standing").asBoolean(true)) {
                        lapses.add(
                                new Lapse(
                                        facilitator(l),
                                        l.path("month").asText(),
                                        l.path("duty").asText(),
                                        groups(l)));
                    }
                });
        return lapses;
    }

    private List<Escalation> escalations(String query) {
        List<Escalation> escalations = new ArrayList<>();
        each(
                "/facilitator-escalations?x=" + query,
                e -> {
                    if (e.path("standing").asBoolean(true)) {
                        escalations.add(
                                new Escalation(
                                        facilitator(e),
                                        e.path("month").asText(),
                                        e.path("duty").asText(),
                                        e.path("level").asText(),
                                        groups(e)));
                    }
                });
        return escalations;
    }

    private void each(String path, java.util.function.Consumer<JsonNode> item) {
        String clean = path.replace("?x=&", "?").replace("?x=", "");
        context.stage().meeting().each(clean, context.cast().administrator(), item);
    }

    private String group(JsonNode item) {
        String code = item.path("group_code").asText("");
        return code.isEmpty() ? groupCodes.get(item.path("group_id").asText()) : code;
    }

    private String facilitator(JsonNode item) {
        return facilitatorCodes.getOrDefault(item.path("facilitator_id").asText(), "?");
    }

    private Set<String> groups(JsonNode item) {
        Set<String> groups = new TreeSet<>();
        item.path("groups").forEach(g -> groups.add(group(g)));
        return groups;
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
