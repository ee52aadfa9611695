package id.pkh.disbursement.calculation;

import id.pkh.disbursement.config.DisbursementConfig;
import id.pkh.disbursement.cycle.Cycles;
import id.pkh.disbursement.cycle.domain.CycleStatus;
import id.pkh.disbursement.cycle.domain.PaymentCycle;
import id.pkh.disbursement.payment.LockedFamilies;
import id.pkh.disbursement.payment.PaymentFamilies;
import id.pkh.disbursement.payment.RecomputePayments;
import id.pkh.disbursement.payment.Trigger;
import id.pkh.platform.jobs.Job;
import id.pkh.platform.jobs.JobOrder;
import id.pkh.platform.jobs.JobWork;
import id.pkh.platform.messaging.trace.Causation;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Calculates the payments of a cycle for one family after the other, by their ids. */
@ApplicationScoped
class CalculationWork implements JobWork<UUID> {

    static final String KIND = "cycle-calculation";

    private final Cycles cycles;
    private final PaymentFamilies families;
    private final RecomputePayments recompute;
    private final CalculationRuns runs;
    private final DisbursementConfig config;

    CalculationWork(
            Cycles cycles,
            PaymentFamilies families,
            RecomputePayments recompute,
            CalculationRuns runs,
            DisbursementConfig config) {
        this.cycles = cycles;
        this.families = families;
        this.recompute = recompute;
        this.runs = runs;
        this.config = config;
    }

    static JobOrder order(PaymentCycle cycle, long familiesTotal, String officer) {
        return new JobOrder(
                KIND, cycle.cycleCode(), cycle.cycleId().toString(), familiesTotal, officer);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public List<UUID> next(Job job, Optional<UUID> after, int limit) {
        UUID cycleId = cycleId(job);
        PaymentCycle cycle = cycles.byIds(List.of(cycleId)).get(cycleId);
        return families.toCalculate(cycle, after.orElse(null), limit);
    }

    /** The order of the locks is that of new facts: first the families, then the cycle. */
    @Override
    public void apply(Job job, List<UUID> kpmIds) {
        LockedFamilies locked = families.lock(kpmIds);
        PaymentCycle cycle = cycles.keepUnsealed(cycleId(job));
        Trigger trigger =
                new Trigger(Trigger.CALCULATION, job.jobId().toString(), Causation.current());
        int changed =
                recompute.handle(List.of(cycle), locked, new HashSet<>(kpmIds), kpmId -> trigger);
        families.saveVersions(locked);
        runs.countChanged(job.jobId(), changed);
    }

    /**
     * A cycle that was reopened in the meantime stays open, because it needs another calculation.
     */
    @Override
    public void finish(Job job) {
        PaymentCycle cycle = cycles.lockForCalculation(job.subject()).orElseThrow();
        if (cycle.status() == CycleStatus.CALCULATING) {
            cycles.changeStatus(cycle.cycleId(), CycleStatus.CALCULATED);
        }
    }

    @Override
    public String textOf(UUID kpmId) {
        return kpmId.toString();
    }

    @Override
    public UUID itemOf(String text) {
        return UUID.fromString(text);
    }

    @Override
    public int chunkItems() {
        return config.calculation().chunkFamilies();
    }

    /** A list that lacks a family must not be sealed, so none may be left out. */
    @Override
    public boolean maySetAside() {
        return false;
    }

    private static UUID cycleId(Job job) {
        return UUID.fromString(job.parameters());
    }
}
