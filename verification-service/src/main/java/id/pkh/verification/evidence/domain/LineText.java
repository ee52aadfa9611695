package id.pkh.verification.evidence.domain;

import id.pkh.verification.compliance.domain.EvidenceLine;
import id.pkh.verification.compliance.domain.HealthMonth;
import id.pkh.verification.compliance.domain.MonthEvidence;
import id.pkh.verification.compliance.domain.SchoolMonth;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A line as a text that is the same as long as its sender states the same. */
public final class LineText {

    private LineText() {}

    public static String of(EvidenceLine line) {
        return String.join(" ", line.pointCode(), line.sentBy(), of(line.entry()));
    }

    private static String of(MonthEvidence entry) {
        if (entry instanceof SchoolMonth days) {
            return "%d/%d/%d/%d".formatted(days.alpa(), days.izin(), days.sakit(), days.jml());
        }
        HealthMonth health = (HealthMonth) entry;
        return health.isClosed() ? "TUTUP" : visits(health);
    }

    private static String visits(HealthMonth health) {
        return Stream.concat(
                        Stream.of(String.valueOf(health.visits())),
                        health.sortedCares().stream().map(Enum::name))
                .collect(Collectors.joining(" "));
    }
}
