package id.pkh.district.story;

import id.pkh.client.verification.model.FamilyNotice;
import id.pkh.client.verification.model.SanctionStep;
import id.pkh.district.recount.Escalation;
import id.pkh.district.recount.ExpectedMeetings;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Describes the results of the services in plain sentences. */
final class Narrator {

    private final StoryListener listener;

    Narrator(StoryListener listener) {
        this.listener = listener;
    }

    void chapter(String title) {
        listener.step("");
        listener.step(title);
    }

    void say(String sentence, Object... values) {
        listener.step("  " + String.format(Locale.ROOT, sentence, values));
    }

    void month(ExpectedMeetings month, StandingSteps standing, String period) {
        say(
                "%d groups met and %d held a P2K2 session; %d did not meet.",
                month.held().size(), month.sessions().size(), month.notHeld().size());
        say(
                "%d families were absent without excuse from their group meeting, %d from P2K2.",
                absent(month, "GROUP_MEETING"), absent(month, "P2K2"));
        for (Escalation escalation : sorted(month.escalations())) {
            say(
                    "Facilitator %s again held no %s for %s: the %s is notified.",
                    escalation.facilitator(),
                    escalation.duty().equals("P2K2") ? "P2K2 session" : "group meeting",
                    groups(escalation),
                    words(escalation.level()));
        }
        steps(standing, period);
    }

    private static long absent(ExpectedMeetings month, String kind) {
        return month.absences().stream().filter(a -> a.kind().equals(kind)).count();
    }

    private static List<Escalation> sorted(List<Escalation> escalations) {
        return escalations.stream()
                .sorted(
                        Comparator.comparing(Escalation::facilitator)
                                .thenComparing(Escalation::duty))
                .toList();
    }

    private static String groups(Escalation escalation) {
        int count = escalation.groups().size();
        return count == 1 ? "group " + escalation.groups().iterator().next() : count + " groups";
    }

    /** How many families got which step in a period. */
    void steps(StandingSteps standing, String period) {
        Map<String, Integer> counts =
                new TreeMap<>(Comparator.comparingInt(Narrator::height).thenComparing(k -> k));
        standing.all()
                .filter(step -> period.equals(step.getPeriod()))
                .forEach(
                        step -> {
                            String shielded = step.getIsProtected() ? ", protected" : "";
                            String kind =
                                    words(step.getStep().toString())
                                            + " ("
                                            + words(step.getCause().toString())
                                            + shielded
                                            + ")";
                            counts.merge(kind, 1, Integer::sum);
                        });
        counts.forEach((kind, count) -> say("%,6d  %s", count, kind));
    }

    /** Lower steps come first. */
    private static int height(String kind) {
        return kind.startsWith("reminder") ? 0 : kind.startsWith("suspension warning") ? 1 : 2;
    }

    static String words(String code) {
        return code.toLowerCase(Locale.ROOT).replace('_', ' ').replace("p2k2", "P2K2");
    }

    /** The steps of one family, oldest first. */
    void family(String why, String kpm, List<SanctionStep> steps) {
        say("Family %s. %s", kpm, why);
        steps.stream()
                .sorted(Comparator.comparing(SanctionStep::getPeriod))
                .forEach(
                        step ->
                                say(
                                        "    %s %s, %d running: %s%s",
                                        step.getPeriod(),
                                        words(step.getCause().toString()),
                                        step.getRunning(),
                                        words(step.getStep().toString()),
                                        reasons(step)));
    }

    /** The notice that the family reads, in its language. */
    void notice(FamilyNotice notice) {
        say("    She reads: %s", notice.getTitle());
        notice.getText().lines().forEach(line -> say("      %s", line));
    }

    private static String reasons(SanctionStep step) {
        return step.getReasons().isEmpty()
                ? ""
                : step.getReasons().stream()
                        .map(Object::toString)
                        .collect(Collectors.joining(", ", " [", "]"));
    }
}
