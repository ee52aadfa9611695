package id.pkh.disbursement.cycle.rest;

import id.pkh.disbursement.calculation.CalculationRuns;
import id.pkh.disbursement.cycle.CycleSeals;
import id.pkh.disbursement.cycle.Cycles;
import id.pkh.disbursement.cycle.SealProposals;
import id.pkh.disbursement.cycle.domain.PaymentCycle;
import id.pkh.disbursement.quarter.AwaitedQuarter;
import id.pkh.disbursement.quarter.QuarterWaivers;
import id.pkh.platform.web.Refused;
import jakarta.enterprise.context.ApplicationScoped;

/** Shows a cycle with its latest calculation and its seal. */
@ApplicationScoped
class CycleViews {

    private final Cycles cycles;
    private final CalculationRuns runs;
    private final SealProposals proposals;
    private final CycleSeals seals;
    private final AwaitedQuarter quarter;
    private final QuarterWaivers waivers;

    CycleViews(
            Cycles cycles,
            CalculationRuns runs,
            SealProposals proposals,
            CycleSeals seals,
            AwaitedQuarter quarter,
            QuarterWaivers waivers) {
        this.cycles = cycles;
        this.runs = runs;
        this.proposals = proposals;
        this.seals = seals;
        this.quarter = quarter;
        this.waivers = waivers;
    }

    CycleView of(String code) {
        return of(cycles.byCode(code).orElseThrow(() -> Refused.because("NOT_FOUND")));
    }

    CycleView of(PaymentCycle cycle) {
        return CycleView.of(
                cycle,
                quarter.progress(cycle),
                waivers.of(cycle.cycleId()).orElse(null),
                runs.latest(cycle.cycleId()).orElse(null),
                proposals.open(cycle.cycleId()).orElse(null),
                seals.of(cycle.cycleId()).orElse(null));
    }
}
