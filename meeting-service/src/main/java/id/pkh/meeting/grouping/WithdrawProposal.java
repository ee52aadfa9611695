package id.pkh.meeting.grouping;

import id.pkh.platform.security.AreaScope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;

/** Withdraws a proposal, so that another one can be requested. */
@ApplicationScoped
class WithdrawProposal {

    private final Proposals proposals;
    private final Clock clock;

    WithdrawProposal(Proposals proposals, Clock clock) {
        this.proposals = proposals;
        this.clock = clock;
    }

    @Transactional
    void handle(UUID id, int version, AreaScope areas, String by) {
        proposals.lockOpen(id, version, areas);
        proposals.close(id, ProposalStatus.WITHDRAWN, null, clock.instant(), by);
    }
}
