package id.pkh.platform.policies;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The versions of one kind in the order of their first days. The latest to begin is in force. */
record PolicyTimeline(List<PolicySpan> spans) {

    PolicyTimeline {
        spans = spans.stream().sorted(Comparator.comparing(PolicySpan::validFrom)).toList();
    }

    boolean hasCode(String policyCode) {
        return spans.stream().anyMatch(span -> span.policyCode().equals(policyCode));
    }

    boolean beginsOn(LocalDate day) {
        return spans.stream().anyMatch(span -> span.validFrom().equals(day));
    }

    PolicyTimeline with(PolicySpan span) {
        return new PolicyTimeline(Stream.concat(spans.stream(), Stream.of(span)).toList());
    }

    PolicyTimeline without(String policyCode) {
        return new PolicyTimeline(
                spans.stream().filter(span -> !span.policyCode().equals(policyCode)).toList());
    }

    /**
     * The first day after {@code from} that no version covers although a later one begins. Days
     * that are not covered already are no reason to leave more days so.
     */
    Optional<LocalDate> firstGapAfter(LocalDate from) {
        return IntStream.range(1, spans.size())
                .filter(i -> spans.get(i).validFrom().isAfter(from))
                .filter(i -> !endsBefore(spans.get(i - 1), from))
                .filter(i -> spans.get(i - 1).leavesGapBefore(spans.get(i)))
                .mapToObj(i -> spans.get(i - 1).validUntil().plusDays(1))
                .findFirst();
    }

    private static boolean endsBefore(PolicySpan span, LocalDate day) {
        return span.validUntil() != null && span.validUntil().isBefore(day);
    }

    /**
     * The last day up to which every day from today is covered; empty when the last version has no
     * end. The day before today when today is not covered.
     */
    Optional<LocalDate> lastDayFrom(LocalDate today) {
        LocalDate lastDay = today.minusDays(1);
        for (int i = 0; i < spans.size(); i++) {
            PolicySpan span = spans.get(i);
            if (span.validFrom().isAfter(lastDay.plusDays(1))) {
                return Optional.of(lastDay);
            }
            boolean isLast = i + 1 == spans.size();
            if (span.validUntil() == null) {
                if (isLast) {
                    return Optional.empty();
                }
                lastDay = latest(lastDay, spans.get(i + 1).validFrom().minusDays(1));
            } else {
                lastDay = latest(lastDay, endOf(i));
            }
        }
        return Optional.of(lastDay);
    }

    /** A version ends when the next one begins, if that is earlier. */
    private LocalDate endOf(int i) {
        LocalDate end = spans.get(i).validUntil();
        if (i + 1 == spans.size()) {
            return end;
        }
        LocalDate before = spans.get(i + 1).validFrom().minusDays(1);
        return before.isBefore(end) ? before : end;
    }

    private static LocalDate latest(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
