package id.pkh.verification.quarter;

import id.pkh.contracts.verification.QuarterClosed;
import id.pkh.platform.jobs.Job;
import id.pkh.platform.messaging.outbox.Outbox;
import id.pkh.platform.web.BusinessDates;
import id.pkh.verification.VerificationConfig;
import id.pkh.verification.compliance.AssessCommitments;
import id.pkh.verification.families.FamilyWork;
import id.pkh.verification.sanction.RecomputeSanctions;
import id.pkh.verification.sanction.SanctionHistories;
import id.pkh.verification.sanction.WithdrawalReason;
import id.pkh.verification.signal.ReassessmentRequest;
import id.pkh.verification.signal.domain.Cause;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Assesses the families of a quarter that is being closed, chunk by chunk. */
@ApplicationScoped
class AssessQuarter implements FamilyWork {

    static final String KIND = "quarter-closing";

    private static final long ONLY_EVENT = 1;

    private final QuarterClosings closings;
    private final SanctionHistories histories;
    private final AssessCommitments assess;
    private final RecomputeSanctions recompute;
    private final VerificationConfig.Jobs config;
    private final Outbox outbox;
    private final Clock clock;

    AssessQuarter(
            QuarterClosings closings,
            SanctionHistories histories,
            AssessCommitments assess,
            RecomputeSanctions recompute,
            VerificationConfig config,
            Outbox outbox,
            Clock clock) {
        this.closings = closings;
        this.histories = histories;
        this.assess = assess;
        this.recompute = recompute;
        this.config = config.jobs();
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public List<UUID> next(Job job, Optional<UUID> after, int limit) {
        QuarterClosing closing = closings.find(job.jobId()).orElseThrow();
        return closings.families(
                CloseQuarter.scopeOf(closing.areaCode()), after.orElse(null), limit);
    }

    @Override
    public void apply(Job job, List<UUID> kpmIds) {
        QuarterClosing closing = closings.find(job.jobId()).orElseThrow();
        Map<UUID, Long> versions = histories.lock(kpmIds);
        List<ReassessmentRequest> changed =
                assess.handle(ReassessmentRequest.at(kpmIds), closing.quarter());
        recompute.handle(changed, versions, Cause.OF_COMMITMENTS, WithdrawalReason.CORRECTED_FACT);
    }

    /** Families are assessed each by itself. */
    @Override
    public boolean mayOverlap() {
        return true;
    }

    @Override
    public void finish(Job job) {
        QuarterClosing closing = closings.find(job.jobId()).orElseThrow();
        Instant now = clock.instant();
        outbox.append(
                new QuarterClosed(
                        closing.closingId(),
                        closing.quarter().text(),
                        closing.areaCode(),
                        closing.reason().name(),
                        job.itemsSetAside(),
                        BusinessDates.on(now),
                        now),
                ONLY_EVENT);
    }

    @Override
    public int chunkItems() {
        return config.chunkFamilies();
    }
}
