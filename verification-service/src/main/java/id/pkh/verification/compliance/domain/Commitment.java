package id.pkh.verification.compliance.domain;

import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;

/** The obligation of one component, within windows of months. */
public sealed interface Commitment permits SchoolAttendance, HealthCommitment {

    String component();

    AgeRange ages();

    int windowMonths();

    EvidenceKind evidence();

    /** What has to be fulfilled; an age has one commitment of a component for each of these. */
    String subject();

    /** Whether one of its windows is due for a person. */
    default boolean isDueFor(MemberFacts facts, List<YearMonth> window) {
        return true;
    }

    /** Windows follow the calendar: months, quarters, half-years, years. */
    static void requireWindow(int months) {
        if (months < 1 || 12 % months != 0) {
            throw new IllegalArgumentException(
                    "windows divide the year, and %d months do not".formatted(months));
        }
    }

    /** The windows that end in these three months, each as a list of its months. */
    default List<List<YearMonth>> windowsEndingIn(List<YearMonth> quarter) {
        return quarter.stream()
                .filter(month -> month.getMonthValue() % windowMonths() == 0)
                .map(
                        last ->
                                IntStream.range(0, windowMonths())
                                        .mapToObj(i -> last.minusMonths(windowMonths() - 1L - i))
                                        .toList())
                .toList();
    }
}
