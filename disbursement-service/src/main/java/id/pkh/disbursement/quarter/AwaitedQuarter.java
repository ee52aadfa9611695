package id.pkh.disbursement.quarter;

import id.pkh.disbursement.cycle.domain.PaymentCycle;
import id.pkh.disbursement.quarter.domain.QuarterProgress;
import id.pkh.platform.web.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** A cycle is not calculated and not sealed before its quarter is closed, or waived. */
@ApplicationScoped
public class AwaitedQuarter {

    private final ClosedQuarters quarters;
    private final QuarterWaivers waivers;

    AwaitedQuarter(ClosedQuarters quarters, QuarterWaivers waivers) {
        this.quarters = quarters;
        this.waivers = waivers;
    }

    /** Refuses a cycle whose quarter is not closed, and names a place where it is open. */
    public void requireClosed(PaymentCycle cycle) {
        if (waivers.of(cycle.cycleId()).isPresent()) {
            return;
        }
        firstOpenArea(cycle)
                .ifPresent(
                        area -> {
                            throw Refused.because("QUARTER_NOT_CLOSED")
                                    .with("cycle_code", cycle.cycleCode())
                                    .with("quarter", cycle.verificationPeriod())
                                    .with("area_code", area);
                        });
    }

    /** Refuses the person who let the cycle proceed: the seal is the act of another one. */
    public void requireSealableBy(PaymentCycle cycle, String approver) {
        requireClosed(cycle);
        if (waivers.of(cycle.cycleId())
                .filter(waiver -> waiver.waivedBy().equals(approver))
                .isPresent()) {
            throw Refused.because("QUARTER_WAIVED_BY_SAME_PERSON")
                    .with("cycle_code", cycle.cycleCode());
        }
    }

    /** Where the quarter is open; {@code *} when it is closed nowhere. */
    Optional<String> firstOpenArea(PaymentCycle cycle) {
        if (!quarters.isAwaitedBy(cycle.cycleId())) {
            return Optional.empty();
        }
        return switch (quarters.progress(cycle.verificationPeriod())) {
            case CLOSED -> Optional.empty();
            case SOME_AREAS -> quarters.firstOpenArea(cycle.verificationPeriod());
            case OPEN -> Optional.of("*");
        };
    }

    /** For what people see of a cycle. */
    public QuarterProgress progress(PaymentCycle cycle) {
        return quarters.progress(cycle.verificationPeriod());
    }
}
