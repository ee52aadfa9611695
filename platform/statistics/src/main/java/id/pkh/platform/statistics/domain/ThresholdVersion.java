package id.pkh.platform.statistics.domain;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * From how many families on a number is shown, in periods that are published for the first time on
 * its first day or later. The table is in docs/rules/status.md.
 */
public record ThresholdVersion(LocalDate validFrom, int threshold) {

    /**
     * The threshold of a publication.
     *
     * @param before with which the period was published before; a period keeps it, because two
     *     publications that hide different numbers would show some of them beside each other
     */
    public static int of(
            LocalDate today, Optional<Integer> before, List<ThresholdVersion> versions) {
        return before.orElseGet(() -> inForce(today, versions));
    }

    private static int inForce(LocalDate today, List<ThresholdVersion> versions) {
        return versions.stream()
                .filter(version -> !version.validFrom().isAfter(today))
                .max(Comparator.comparing(ThresholdVersion::validFrom))
                .orElseThrow(() -> new IllegalStateException("no threshold is in force"))
                .threshold();
    }
}
