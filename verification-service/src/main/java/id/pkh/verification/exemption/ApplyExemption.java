package id.pkh.verification.exemption;

import id.pkh.verification.quarter.ReassessQuarters;
import id.pkh.verification.sanction.RecomputeSanctions;
import id.pkh.verification.sanction.SanctionHistories;
import id.pkh.verification.sanction.WithdrawalReason;
import id.pkh.verification.signal.ReassessmentRequest;
import id.pkh.verification.signal.domain.Cause;
import id.pkh.verification.signal.domain.VerificationPeriod;
import id.pkh.verification.sweep.SweepWork;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;

/** Re-evaluates the families to which a new exemption applies. */
@ApplicationScoped
class ApplyExemption implements SweepWork {

    static final String KIND = "EXEMPTION";

    private final Exemptions exemptions;
    private final ExemptMembers members;
    private final SanctionHistories histories;
    private final ReassessQuarters reassess;
    private final RecomputeSanctions recompute;

    ApplyExemption(
            Exemptions exemptions,
            ExemptMembers members,
            SanctionHistories histories,
            ReassessQuarters reassess,
            RecomputeSanctions recompute) {
        this.exemptions = exemptions;
        this.members = members;
        this.histories = histories;
        this.reassess = reassess;
        this.recompute = recompute;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public List<UUID> next(UUID exemptionId, UUID after, int limit) {
        return exemptions.candidates(exemptions.find(exemptionId).orElseThrow(), after, limit);
    }

    @Override
    public void apply(UUID exemptionId, List<UUID> kpmIds) {
        Exemption exemption = exemptions.find(exemptionId).orElseThrow();
        histories.lock(kpmIds);
        List<ReassessmentRequest> reached =
                ReassessmentRequest.at(members.match(exemptionId, kpmIds));
        recompute.handle(reached, Cause.OF_MEETINGS, WithdrawalReason.EXEMPTION);
        reassess.dependingOn(
                reached,
                VerificationPeriod.quarterOf(YearMonth.from(exemption.span().from())),
                VerificationPeriod.quarterOf(YearMonth.from(exemption.span().until())),
                WithdrawalReason.EXEMPTION);
    }
}
