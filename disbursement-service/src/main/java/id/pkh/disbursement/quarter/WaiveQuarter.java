package id.pkh.disbursement.quarter;

import com.github.f4b6a3.uuid.UuidCreator;
import id.pkh.disbursement.cycle.Cycles;
import id.pkh.disbursement.cycle.domain.PaymentCycle;
import id.pkh.disbursement.quarter.domain.QuarterWaiver;
import id.pkh.disbursement.reason.Reason;
import id.pkh.platform.web.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;

/**
 * An officer lets a cycle proceed before its quarter is closed, and takes that back until the seal.
 * The second person is the approver of the seal.
 */
@ApplicationScoped
public class WaiveQuarter {

    private final Cycles cycles;
    private final AwaitedQuarter quarter;
    private final QuarterWaivers waivers;
    private final Clock clock;

    WaiveQuarter(Cycles cycles, AwaitedQuarter quarter, QuarterWaivers waivers, Clock clock) {
        this.cycles = cycles;
        this.quarter = quarter;
        this.waivers = waivers;
        this.clock = clock;
    }

    @Transactional
    public void waive(String cycleCode, Reason reason, String officer) {
        PaymentCycle cycle = unsealed(cycleCode);
        if (quarter.firstOpenArea(cycle).isEmpty()) {
            throw refusal("QUARTER_ALREADY_CLOSED", cycle);
        }
        if (waivers.of(cycle.cycleId()).isPresent()) {
            throw refusal("QUARTER_ALREADY_WAIVED", cycle);
        }
        waivers.add(
                new QuarterWaiver(
                        UuidCreator.getTimeOrderedEpoch(),
                        cycle.cycleId(),
                        reason.text(),
                        officer,
                        clock.instant()));
    }

    @Transactional
    public void withdraw(String cycleCode, String person) {
        PaymentCycle cycle = unsealed(cycleCode);
        if (!waivers.withdraw(cycle.cycleId(), person, clock.instant())) {
            throw refusal("QUARTER_NOT_WAIVED", cycle);
        }
    }

    private PaymentCycle unsealed(String cycleCode) {
        PaymentCycle cycle =
                cycles.lockForSealing(cycleCode).orElseThrow(() -> Refused.because("NOT_FOUND"));
        if (cycle.isSealed()) {
            throw refusal("CYCLE_ALREADY_SEALED", cycle);
        }
        return cycle;
    }

    private static Refused refusal(String code, PaymentCycle cycle) {
        return Refused.because(code)
                .with("cycle_code", cycle.cycleCode())
                .with("quarter", cycle.verificationPeriod());
    }
}
