package id.pkh.verification.exemption;

import id.pkh.platform.jobs.Job;
import id.pkh.verification.VerificationConfig;
import id.pkh.verification.families.FamilyWork;
import id.pkh.verification.quarter.ReassessQuarters;
import id.pkh.verification.sanction.RecomputeSanctions;
import id.pkh.verification.sanction.SanctionHistories;
import id.pkh.verification.sanction.WithdrawalReason;
import id.pkh.verification.signal.ReassessmentRequest;
import id.pkh.verification.signal.domain.Cause;
import id.pkh.verification.signal.domain.VerificationPeriod;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Re-evaluates the families that a new exemption reaches. */
@ApplicationScoped
class ApplyExemption implements FamilyWork {

    static final String KIND = "exemption";

    private final Exemptions exemptions;
    private final ExemptMembers members;
    private final SanctionHistories histories;
    private final ReassessQuarters reassess;
    private final RecomputeSanctions recompute;
    private final VerificationConfig.Jobs config;

    ApplyExemption(
            Exemptions exemptions,
            ExemptMembers members,
            SanctionHistories histories,
            ReassessQuarters reassess,
            RecomputeSanctions recompute,
            VerificationConfig config) {
        this.exemptions = exemptions;
        this.members = members;
        this.histories = histories;
        this.reassess = reassess;
        this.recompute = recompute;
        this.config = config.jobs();
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public List<UUID> next(Job job, Optional<UUID> after, int limit) {
        return exemptions.candidates(
                exemptions.find(job.jobId()).orElseThrow(), after.orElse(null), limit);
    }

    @Override
    public void apply(Job job, List<UUID> kpmIds) {
        Exemption exemption = exemptions.find(job.jobId()).orElseThrow();
        histories.lock(kpmIds);
        List<ReassessmentRequest> reached =
                ReassessmentRequest.at(members.match(exemption.exemptionId(), kpmIds));
        recompute.handle(reached, Cause.OF_MEETINGS, WithdrawalReason.EXEMPTION);
        reassess.dependingOn(
                reached,
                VerificationPeriod.quarterOf(YearMonth.from(exemption.span().from())),
                VerificationPeriod.quarterOf(YearMonth.from(exemption.span().until())),
                WithdrawalReason.EXEMPTION);
    }

    @Override
    public int chunkItems() {
        return config.chunkFamilies();
    }
}
