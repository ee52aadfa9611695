package id.pkh.disbursement.cycle;

import com.github.f4b6a3.uuid.UuidCreator;
import id.pkh.disbursement.cycle.domain.CycleOpening;
import id.pkh.disbursement.cycle.domain.CycleStatus;
import id.pkh.disbursement.cycle.domain.PaymentCycle;
import id.pkh.disbursement.entitlement.BenefitIndexes;
import id.pkh.platform.web.ProgrammeMonths;
import id.pkh.platform.web.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.YearMonth;

/** An officer opens a cycle. */
@ApplicationScoped
public class OpenCycle {

    private static final long FIRST_VERSION = 1;

    private final Cycles cycles;
    private final BenefitIndexes indexes;
    private final SealProposals proposals;
    private final CycleAnnouncements announcements;
    private final ProgrammeMonths months;
    private final Clock clock;

    OpenCycle(
            Cycles cycles,
            BenefitIndexes indexes,
            SealProposals proposals,
            CycleAnnouncements announcements,
            ProgrammeMonths months,
            Clock clock) {
        this.cycles = cycles;
        this.indexes = indexes;
        this.proposals = proposals;
        this.announcements = announcements;
        this.months = months;
        this.clock = clock;
    }

    @Transactional
    public PaymentCycle handle(CycleOpening opening, String officer) {
        opening.refusal()
                .ifPresent(
                        code -> {
                            throw Refused.because(code);
                        });
        requireMonths(opening);
        indexes.requireRatesOn(opening.coversFrom());
        PaymentCycle cycle =
                new PaymentCycle(
                        UuidCreator.getTimeOrderedEpoch(),
                        opening.cycleCode(),
                        opening.range(),
                        opening.channel(),
                        opening.verificationPeriod(),
                        CycleStatus.OPEN,
                        false);
        cycles.add(cycle, officer, clock.instant());
        if (cycle.isPos()) {
            cycles.reopenBankCyclesBeside(cycle);
            proposals.endRecalculated(officer, clock.instant());
        }
        announcements.opened(cycle, FIRST_VERSION);
        return cycle;
    }

    private void requireMonths(CycleOpening opening) {
        if (!months.cover(YearMonth.from(opening.coversFrom()))
                || !months.cover(YearMonth.from(opening.coversUntil()))) {
            throw Refused.because(CycleOpening.CYCLE_RANGE_INVALID);
        }
        if (!months.cover(opening.verificationPeriod())) {
            throw Refused.because(CycleOpening.VERIFICATION_PERIOD_INVALID);
        }
    }
}
