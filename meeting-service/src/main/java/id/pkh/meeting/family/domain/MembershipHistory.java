package id.pkh.meeting.family.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * The group of a family on each day. The registry publishes it version by version, sometimes about
 * the past; the highest version is right from its day on. A version counts only for the fields that
 * it changed: a late correction of one field does not move another, later change back to its own
 * day.
 *
 * <p>A pure function of the versions, so the order in which they arrive does not matter.
 */
public final class MembershipHistory {

    private MembershipHistory() {}

    /**
     * A version of a family, as the registry published it.
     *
     * @param groupCode null when the family has no group
     */
    public record Version(
            long version, LocalDate occurredOn, String groupCode, FamilyStatus status) {}

    /**
     * Days in one group with one status.
     *
     * @param until last day; null while open
     */
    public record Span(String groupCode, FamilyStatus status, LocalDate from, LocalDate until) {}

    public static List<Span> of(Collection<Version> versions) {
        List<Version> ordered =
                versions.stream().sorted(Comparator.comparingLong(Version::version)).toList();
        NavigableMap<LocalDate, String> groups = changes(ordered, Version::groupCode);
        NavigableMap<LocalDate, FamilyStatus> statuses = changes(ordered, Version::status);
        TreeSet<LocalDate> days = new TreeSet<>(groups.keySet());
        days.addAll(statuses.keySet());

        List<Span> spans = new ArrayList<>();
        for (LocalDate day : days) {
            LocalDate next = days.higher(day);
            String group = at(groups, day);
            FamilyStatus status = at(statuses, day);
            if (group != null && status != null && status.isInProgramme()) {
                append(
                        spans,
                        new Span(group, status, day, next == null ? null : next.minusDays(1)));
            }
        }
        return spans;
    }

    private static <T> NavigableMap<LocalDate, T> changes(
            List<Version> ordered, Function<Version, T> what) {
        NavigableMap<LocalDate, T> line = new TreeMap<>();
        T before = null;
        boolean first = true;
        for (Version version : ordered) {
            T value = what.apply(version);
            if (first || !Objects.equals(before, value)) {
                line.tailMap(version.occurredOn(), true).clear();
                line.put(version.occurredOn(), value);
            }
            before = value;
            first = false;
        }
        return line;
    }

    private static <T> T at(NavigableMap<LocalDate, T> line, LocalDate day) {
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
