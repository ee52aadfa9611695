package id.pkh.meeting.family.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * In which group a family was on which day. The registry says it version by version, sometimes
 * about the past; the highest version is right from its day on. A version counts only for what it
 * changed: a late correction of one thing does not drag another, later change back to its own day.
 *
 * <p>A pure function of the versions, so the order in which they arrive does not matter.
 */
public final class MembershipHistory {

    /**
     * A family with one of these has left the programme and is in no group, whatever its group code
     * says.
     */
    private static final Set<String> LEFT =
            Set.of("INELIGIBLE", "GRADUATED", "MOVED", "DECEASED", "TERMINATED");

    private MembershipHistory() {}

    /**
     * What the registry said about a family.
     *
     * @param groupCode null when the family has no group
     */
    public record Version(long version, LocalDate occurredOn, String groupCode, String status) {}

    /**
     * Days in one group with one status.
     *
     * @param until last day; null while open
     */
    public record Span(String groupCode, String status, LocalDate from, LocalDate until) {}

    public static boolean isInProgramme(String status) {
        return !LEFT.contains(status);
    }

    public static List<Span> of(Collection<Version> versions) {
        List<Version> ordered =
                versions.stream().sorted(Comparator.comparingLong(Version::version)).toList();
        NavigableMap<LocalDate, String> groups = changes(ordered, Version::groupCode);
        NavigableMap<LocalDate, String> statuses = changes(ordered, Version::status);
        TreeSet<LocalDate> days = new TreeSet<>(groups.keySet());
        days.addAll(statuses.keySet());

        List<Span> spans = new ArrayList<>();
        for (LocalDate day : days) {
            LocalDate next = days.higher(day);
            String group = at(groups, day);
            String status = at(statuses, day);
            if (group != null && status != null && isInProgramme(status)) {
                append(
                        spans,
                        new Span(group, status, day, next == null ? null : next.minusDays(1)));
            }
        }
        return spans;
    }

    private static NavigableMap<LocalDate, String> changes(
            List<Version> ordered, Function<Version, String> what) {
        NavigableMap<LocalDate, String> line = new TreeMap<>();
        String before = null;
        boolean first = true;
        for (Version version : ordered) {
            String value = what.apply(version);
            if (first || !Objects.equals(before, value)) {
                line.tailMap(version.occurredOn(), true).clear();
                line.put(version.occurredOn(), value);
            }
            before = value;
            first = false;
        }
        return line;
    }

    private static String at(NavigableMap<LocalDate, String> line, LocalDate day) {
        var entry = line.floorEntry(day);
        return entry == null ? null : entry.getValue();
    }

    private static void append(List<Span> spans, Span span) {
        Span last = spans.isEmpty() ? null : spans.get(spans.size() - 1);
        boolean continues =
                last != null
                        && last.groupCode().equals(span.groupCode())
                        && last.status().equals(span.status())
                        && last.until() != null
                        && last.until().plusDays(1).equals(span.from());
        if (continues) {
            spans.set(
                    spans.size() - 1,
                    new Span(last.groupCode(), last.status(), last.from(), span.until()));
        } else {
            spans.add(span);
        }
    }
}
