package id.pkh.verification.quarter;

import id.pkh.verification.compliance.AssessCommitments;
import id.pkh.verification.sanction.RecomputeSanctions;
import id.pkh.verification.sanction.SanctionHistories;
import id.pkh.verification.sanction.WithdrawalReason;
import id.pkh.verification.signal.ReassessmentRequest;
import id.pkh.verification.signal.domain.Cause;
import id.pkh.verification.sweep.SweepWork;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Assesses the families of a quarter that is being closed, chunk by chunk. */
@ApplicationScoped
class AssessQuarter implements SweepWork {

    static final String KIND = "QUARTER_CLOSING";

    private final QuarterClosings closings;
    private final SanctionHistories histories;
    private final AssessCommitments assess;
    private final RecomputeSanctions recompute;

    AssessQuarter(
            QuarterClosings closings,
            SanctionHistories histories,
            AssessCommitments assess,
            RecomputeSanctions recompute) {
        this.closings = closings;
        this.histories = histories;
        this.assess = assess;
        this.recompute = recompute;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public List<UUID> next(UUID closingId, UUID after, int limit) {
        QuarterClosing closing = closings.find(closingId).orElseThrow();
        return closings.families(CloseQuarter.scopeOf(closing.areaCode()), after, limit);
    }

    @Override
    public void apply(UUID closingId, List<UUID> kpmIds) {
        QuarterClosing closing = closings.find(closingId).orElseThrow();
        histories.lock(kpmIds);
        List<ReassessmentRequest> changed =
                assess.handle(ReassessmentRequest.at(kpmIds), closing.quarter());
        recompute.handle(changed, Cause.OF_COMMITMENTS, WithdrawalReason.CORRECTED_FACT);
    }
}
