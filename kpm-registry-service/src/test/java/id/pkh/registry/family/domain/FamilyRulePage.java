package id.pkh.registry.family.domain;

import id.pkh.testsupport.RuleTable;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads the tables of {@code docs/rules/families.md}. */
public final class FamilyRulePage {

    public static final String UNCHANGED = "UNCHANGED";
    public static final String APPLIED = "APPLIED";

    private static final String PAGE = "families.md";
    private static final String NONE = "–";

    private FamilyRulePage() {}

    /**
     * A statement about a member's component.
     *
     * @param carries the stated span; null when the present span ends
     * @param endsBefore the first day without the component; null when a span is stated
     */
    public record Statement(ComponentSpan carries, LocalDate endsBefore) {}

    /** One row of the table of components. */
    public record ComponentCase(
            List<ComponentSpan> onRecord,
            Statement stated,
            String through,
            String verdict,
            List<ComponentSpan> afterwards,
            String text) {

        @Override
        public String toString() {
            return text;
        }
    }

    public static List<ComponentCase> components() {
        return RuleTable.rows(
                        PAGE, "on record", "stated", "through", "verdict", "on record afterwards")
                .stream()
                .map(
                        row ->
                                new ComponentCase(
                                        spans(row.get(0)),
                                        statement(row.get(1)),
                                        row.get(2),
                                        row.get(3),
                                        spans(row.get(4)),
                                        row.get(0) + ", then " + row.get(1)))
                .toList();
    }

    /** A case with its verdict as a single change and as a row of a list. */
    public record DoorCase(String name, String single, String list) {}

    public static List<DoorCase> doors() {
        return RuleTable.rows(PAGE, "case", "single change", "list").stream()
                .map(row -> new DoorCase(row.get(0), row.get(1), row.get(2)))
                .toList();
    }

    /** A status, whether a family may enter with it, and the statuses that may follow. */
    public record StatusCase(
            KpmStatus status,
            boolean canBeRegistered,
            boolean canBeOnInitialRoster,
            List<KpmStatus> next) {}

    /**
     * A caretaker's birth date, if it is known, the digits of birth in the NIK, and the verdict.
     */
    public record CaretakerCase(
            LocalDate birthDate, String nikDigits, LocalDate day, String verdict) {}

    public static List<CaretakerCase> caretakers() {
        return RuleTable.rows(PAGE, "birth date", "digits of the NIK", "day", "verdict").stream()
                .map(
                        row ->
                                new CaretakerCase(
                                        row.get(0).equals(NONE)
                                                ? null
                                                : LocalDate.parse(row.get(0)),
                                        row.get(1),
                                        LocalDate.parse(row.get(2)),
                                        row.get(3)))
                .toList();
    }

    public static List<StatusCase> statuses() {
        return RuleTable.rows(
                        PAGE,
                        "status",
                        "may be registered",
                        "on an initial roster",
                        "may be followed by")
                .stream()
                .map(
                        row ->
                                new StatusCase(
                                        KpmStatus.valueOf(row.get(0)),
                                        row.get(1).equals("yes"),
                                        row.get(2).equals("yes"),
                                        parts(row.get(3), ", ").map(KpmStatus::valueOf).toList()))
                .toList();
    }

    /** A base status, facts in the order in which they came about, and the status. */
    public record MembershipCase(KpmStatus base, List<String> facts, KpmStatus status) {}

    public static List<MembershipCase> memberships() {
        return RuleTable.rows(PAGE, "apart from decisions", "facts", "status").stream()
                .map(
                        row ->
                                new MembershipCase(
                                        KpmStatus.valueOf(row.get(0)),
                                        parts(row.get(1), "; ").toList(),
                                        KpmStatus.valueOf(row.get(2))))
                .toList();
    }

    /** Formats recorded spans as the page writes them, so that both can be compared. */
    public static String written(List<ComponentSpan> spans) {
        return spans.isEmpty()
                ? NONE
                : spans.stream().map(FamilyRulePage::written).collect(Collectors.joining("; "));
    }

    private static String written(ComponentSpan span) {
        String until = span.until() == null ? "" : span.until().toString();
        String school = span.school() == null ? "" : " @" + span.school();
        return span.type() + " " + span.since() + ".." + until + school;
    }

    private static Statement statement(String text) {
        return text.startsWith("ends ")
                ? new Statement(null, LocalDate.parse(text.substring("ends ".length())))
                : new Statement(span(text), null);
    }

    private static List<ComponentSpan> spans(String text) {
        return parts(text, "; ").map(FamilyRulePage::span).toList();
    }

    private static Stream<String> parts(String text, String separator) {
        return text.equals(NONE) ? Stream.empty() : Arrays.stream(text.split(separator));
    }

    static ComponentSpan span(String text) {
        String[] parts = text.split(" @");
        String[] typeAndDays = parts[0].split(" ");
        String[] days = typeAndDays[1].split("\\.\\.");
        return new ComponentSpan(
                ComponentType.valueOf(typeAndDays[0]),
                LocalDate.parse(days[0]),
                days.length == 1 ? null : LocalDate.parse(days[1]),
                parts.length == 1 ? null : parts[1]);
    }
}
