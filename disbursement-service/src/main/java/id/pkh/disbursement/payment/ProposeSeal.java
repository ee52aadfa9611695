package id.pkh.disbursement.payment;

import com.github.f4b6a3.uuid.UuidCreator;
import id.pkh.disbursement.cycle.Cycles;
import id.pkh.disbursement.cycle.SealProposals;
import id.pkh.disbursement.cycle.domain.ListFigures;
import id.pkh.disbursement.cycle.domain.PaymentCycle;
import id.pkh.disbursement.cycle.domain.SealProposal;
import id.pkh.disbursement.cycle.domain.SealProposal.Outcome;
import id.pkh.disbursement.quarter.AwaitedQuarter;
import id.pkh.disbursement.reason.Reason;
import id.pkh.platform.web.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;

/** An officer proposes to seal the list whose figures the officer has read, or takes it back. */
@ApplicationScoped
public class ProposeSeal {

    private final Cycles cycles;
    private final CalculatedList calculatedList;
    private final AwaitedQuarter quarter;
    private final SealProposals proposals;
    private final Clock clock;

    ProposeSeal(
            Cycles cycles,
            CalculatedList calculatedList,
            AwaitedQuarter quarter,
            SealProposals proposals,
            Clock clock) {
        this.cycles = cycles;
        this.calculatedList = calculatedList;
        this.quarter = quarter;
        this.proposals = proposals;
        this.clock = clock;
    }

    /**
     * Replaces an open proposal about another list. An open proposal about the same list stays as
     * it is.
     *
     * @param payablePayments number of payable payments that the officer has read
     * @param payableIdr their total
     */
    @Transactional
    public void propose(String cycleCode, long payablePayments, long payableIdr, String officer) {
        PaymentCycle cycle = calculatedList.lock(cycleCode);
        quarter.requireClosed(cycle);
        ListFigures list = calculatedList.figures(cycle);
        if (list.payable().payments() != payablePayments
                || list.payable().amount().amount() != payableIdr) {
            throw Refused.because("SEAL_FIGURES_DIFFER")
                    .with("cycle_code", cycleCode)
                    .with("payable_payments", list.payable().payments())
                    .with("payable_idr", list.payable().amount().amount());
        }
        Optional<SealProposal> open = proposals.open(cycle.cycleId());
        if (open.filter(proposal -> proposal.isOf(list)).isPresent()) {
            return;
        }
        proposals.end(cycle.cycleId(), Outcome.REPLACED, null, officer, clock.instant());
        proposals.add(
                new SealProposal(
                        UuidCreator.getTimeOrderedEpoch(),
                        cycle.cycleId(),
                        list,
                        officer,
                        clock.instant()));
    }

    /** Withdraws the proposal with this hash, before it is sealed. */
    @Transactional
    public void withdraw(String cycleCode, String sha256, Reason reason, String person) {
        PaymentCycle cycle =
                cycles.lockForSealing(cycleCode).orElseThrow(() -> Refused.because("NOT_FOUND"));
        SealProposal proposal = SealCycle.openProposal(proposals, cycle);
        if (!proposal.list().listSha256().equals(sha256)) {
            throw SealCycle.refusal(SealProposal.SEAL_HASH_DIFFERS, cycle, proposal);
        }
        proposals.end(cycle.cycleId(), Outcome.WITHDRAWN, reason.text(), person, clock.instant());
    }
}
