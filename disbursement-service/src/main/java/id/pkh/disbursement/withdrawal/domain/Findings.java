package id.pkh.disbursement.withdrawal.domain;

import java.time.LocalDate;
import java.util.List;

/**
 * The findings about one payment.
 *
 * @param examinedFrom the day from which a credited payment without a withdrawal is examined; null
 *     for others
 */
public record Findings(List<FindingKind> kinds, LocalDate examinedFrom) {

    static final Findings NONE = new Findings(List.of(), null);

    public boolean isEmpty() {
        return kinds.isEmpty();
    }

    public boolean isExamined(LocalDate today) {
        return examinedFrom != null && !today.isBefore(examinedFrom);
    }
}
