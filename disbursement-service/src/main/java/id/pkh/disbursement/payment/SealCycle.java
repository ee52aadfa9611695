package id.pkh.disbursement.payment;

import id.pkh.disbursement.cycle.CycleAnnouncements;
import id.pkh.disbursement.cycle.CycleSeals;
import id.pkh.disbursement.cycle.Cycles;
import id.pkh.disbursement.cycle.SealProposals;
import id.pkh.disbursement.cycle.domain.CycleSeal;
import id.pkh.disbursement.cycle.domain.CycleStatus;
import id.pkh.disbursement.cycle.domain.PaymentCycle;
import id.pkh.disbursement.cycle.domain.SealProposal;
import id.pkh.disbursement.cycle.domain.SealProposal.Outcome;
import id.pkh.disbursement.quarter.AwaitedQuarter;
import id.pkh.platform.web.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;

/**
 * An approver freezes the payment list of a cycle that an officer has proposed, and no other list.
 * Its payable payments are sent to the banks; its held payments wait for a compensating payment.
 */
@ApplicationScoped
public class SealCycle {

    private final Cycles cycles;
    private final CalculatedList calculatedList;
    private final AwaitedQuarter quarter;
    private final CycleSeals seals;
    private final SealProposals proposals;
    private final CycleAnnouncements announcements;
    private final Clock clock;

    SealCycle(
            Cycles cycles,
            CalculatedList calculatedList,
            AwaitedQuarter quarter,
            CycleSeals seals,
            SealProposals proposals,
            CycleAnnouncements announcements,
            Clock clock) {
        this.cycles = cycles;
        this.calculatedList = calculatedList;
        this.quarter = quarter;
        this.seals = seals;
        this.proposals = proposals;
        this.announcements = announcements;
        this.clock = clock;
    }

    /**
     * @param sha256 hash of the proposed list that the approver has read
     */
    @Transactional
    public void handle(String cycleCode, String sha256, String approver) {
        PaymentCycle cycle = calculatedList.lock(cycleCode);
        SealProposal proposal = openProposal(proposals, cycle);
        proposal.sealingRefusal(approver, sha256)
                .ifPresent(
                        code -> {
                            throw refusal(code, cycle, proposal);
                        });
        quarter.requireSealableBy(cycle, approver);
        if (!proposal.isOf(calculatedList.figures(cycle))) {
            throw refusal(SealProposal.SEAL_LIST_CHANGED, cycle, proposal);
        }
        CycleSeal seal =
                new CycleSeal(proposal.list(), proposal.proposedBy(), approver, clock.instant());
        seals.add(cycle.cycleId(), seal);
        proposals.end(cycle.cycleId(), Outcome.SEALED, null, approver, seal.sealedAt());
        long version = cycles.changeStatus(cycle.cycleId(), CycleStatus.SEALED);
        announcements.sealed(cycle, seal, version);
    }

    static SealProposal openProposal(SealProposals proposals, PaymentCycle cycle) {
        return proposals
                .open(cycle.cycleId())
                .orElseThrow(
                        () ->
                                Refused.because("SEAL_NOT_PROPOSED")
                                        .with("cycle_code", cycle.cycleCode()));
    }

    /** States what is proposed now. */
    static Refused refusal(String code, PaymentCycle cycle, SealProposal proposal) {
        return Refused.because(code)
                .with("cycle_code", cycle.cycleCode())
                .with("list_sha256", proposal.list().listSha256())
                .with("payable_payments", proposal.list().payable().payments())
                .with("payable_idr", proposal.list().payable().amount().amount())
                .with("proposed_by", proposal.proposedBy());
    }
}
