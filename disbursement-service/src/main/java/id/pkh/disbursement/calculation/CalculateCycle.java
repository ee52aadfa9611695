package id.pkh.disbursement.calculation;

import id.pkh.disbursement.calculation.CalculationRuns.Run;
import id.pkh.disbursement.config.DisbursementConfig;
import id.pkh.disbursement.cycle.Cycles;
import id.pkh.disbursement.cycle.SealProposals;
import id.pkh.disbursement.cycle.domain.CycleStatus;
import id.pkh.disbursement.cycle.domain.PaymentCycle;
import id.pkh.disbursement.entitlement.BenefitIndexes;
import id.pkh.disbursement.payment.PaymentFamilies;
import id.pkh.disbursement.quarter.AwaitedQuarter;
import id.pkh.platform.jobs.Job;
import id.pkh.platform.jobs.Jobs;
import id.pkh.platform.web.Refused;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;

/**
 * Calculates or recalculates the entitlements of all families in a cycle. The calculation continues
 * without its caller; a caller that still waits when it ends gets the result.
 */
@ApplicationScoped
public class CalculateCycle {

    private final Cycles cycles;
    private final BenefitIndexes indexes;
    private final AwaitedQuarter quarter;
    private final CalculationRuns runs;
    private final PaymentFamilies families;
    private final SealProposals proposals;
    private final Jobs jobs;
    private final DisbursementConfig config;
    private final Clock clock;

    CalculateCycle(
            Cycles cycles,
            BenefitIndexes indexes,
            AwaitedQuarter quarter,
            CalculationRuns runs,
            PaymentFamilies families,
            SealProposals proposals,
            Jobs jobs,
            DisbursementConfig config,
            Clock clock) {
        this.cycles = cycles;
        this.indexes = indexes;
        this.quarter = quarter;
        this.runs = runs;
        this.families = families;
        this.proposals = proposals;
        this.jobs = jobs;
        this.config = config;
        this.clock = clock;
    }

    /** Starts a run, resumes a failed run, or joins the run in progress. */
    public Run handle(String cycleCode, String officer) {
        UUID jobId = QuarkusTransaction.requiringNew().call(() -> startOrJoin(cycleCode, officer));
        Job job = jobs.await(jobId, config.calculation().waitAtMost());
        if (job.status() == Job.Status.FAILED) {
            throw Refused.because("CALCULATION_FAILED")
                    .with("cycle_code", cycleCode)
                    .with("job_id", jobId);
        }
        return QuarkusTransaction.requiringNew()
                .call(() -> runs.latest(UUID.fromString(job.parameters())).orElseThrow());
    }

    private UUID startOrJoin(String cycleCode, String officer) {
        PaymentCycle cycle =
                cycles.lockForCalculation(cycleCode)
                        .orElseThrow(() -> Refused.because("NOT_FOUND"));
        if (cycle.isSealed()) {
            throw Refused.because("CYCLE_ALREADY_SEALED").with("cycle_code", cycleCode);
        }
        indexes.requireRatesOn(cycle.range().from());
        quarter.requireClosed(cycle);
        Jobs.Planned planned =
                jobs.plan(CalculationWork.order(cycle, families.countToCalculate(cycle), officer));
        Job job = planned.job();
        if (job.status() == Job.Status.STOPPED) {
            throw Refused.because("CALCULATION_STOPPED")
                    .with("cycle_code", cycleCode)
                    .with("job_id", job.jobId());
        }
        if (planned.isNew()) {
            runs.start(job.jobId(), cycle.cycleId());
        }
        if (planned.isNew() || jobs.resume(job.jobId())) {
            calculating(cycle, officer);
        }
        return job.jobId();
    }

    /** The list changes, so a proposal to seal it no longer holds. */
    private void calculating(PaymentCycle cycle, String officer) {
        if (cycle.status() != CycleStatus.CALCULATING) {
            cycles.changeStatus(cycle.cycleId(), CycleStatus.CALCULATING);
        }
        proposals.endRecalculated(officer, clock.instant());
    }
}
