package id.pkh.verification.quarter;

import id.pkh.verification.compliance.AssessCommitments;
import id.pkh.verification.compliance.ComplianceRecords;
import id.pkh.verification.retention.FactRetention;
import id.pkh.verification.sanction.RecomputeSanctions;
import id.pkh.verification.sanction.SanctionHistories;
import id.pkh.verification.sanction.WithdrawalReason;
import id.pkh.verification.signal.ReassessmentRequest;
import id.pkh.verification.signal.domain.Cause;
import id.pkh.verification.signal.domain.VerificationPeriod;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * A fact of a closed quarter changed or arrived late: the quarters that depend on it are assessed
 * again, and the steps that follow from them are recomputed. A quarter that was never assessed for
 * a family waits for its closing. A quarter whose facts may have been dropped keeps its assessment.
 */
@ApplicationScoped
public class ReassessQuarters {

    private static final VerificationPeriod LATEST = VerificationPeriod.quarter(2999, 4);

    private final SanctionHistories histories;
    private final ComplianceRecords records;
    private final AssessCommitments assess;
    private final RecomputeSanctions recompute;
    private final FactRetention retention;

    ReassessQuarters(
            SanctionHistories histories,
            ComplianceRecords records,
            AssessCommitments assess,
            RecomputeSanctions recompute,
            FactRetention retention) {
        this.histories = histories;
        this.records = records;
        this.assess = assess;
        this.recompute = recompute;
        this.retention = retention;
    }

    /** Every quarter that was assessed for these families and can still be assessed. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void all(Collection<ReassessmentRequest> families, WithdrawalReason why) {
        between(families, retention.firstQuarter(), LATEST, why);
    }

    /**
     * The quarters from the one in which facts changed to a year later, because no window reaches
     * further back. Windows around a birth do not end with the year.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void dependingOn(
            Collection<ReassessmentRequest> families,
            VerificationPeriod from,
            VerificationPeriod until,
            WithdrawalReason why) {
        VerificationPeriod first = retention.firstQuarter();
        between(
                families,
                from.compareTo(first) < 0 ? first : from,
                until.next().next().next(),
                why);
    }

    private void between(
            Collection<ReassessmentRequest> families,
            VerificationPeriod from,
            VerificationPeriod until,
            WithdrawalReason why) {
        if (families.isEmpty()) {
            return;
        }
        List<UUID> kpmIds = families.stream().map(ReassessmentRequest::kpmId).toList();
        Map<UUID, Long> versions = histories.lock(kpmIds);
        Map<UUID, ReassessmentRequest> changed = new LinkedHashMap<>();
        new TreeMap<>(records.assessed(kpmIds, from, until))
                .forEach(
                        (quarter, assessed) ->
                                assess.handle(those(families, assessed), quarter)
                                        .forEach(family -> changed.put(family.kpmId(), family)));
        recompute.handle(changed.values(), versions, Cause.OF_COMMITMENTS, why);
    }

    private static List<ReassessmentRequest> those(
            Collection<ReassessmentRequest> families, Set<UUID> ids) {
        return families.stream()
                .filter(family -> ids.contains(family.kpmId()))
                .collect(Collectors.toList());
    }
}
