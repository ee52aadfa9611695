package id.pkh.verification.membership;

import id.pkh.platform.security.AreaScope;
import id.pkh.platform.web.BusinessDates;
import id.pkh.platform.web.Refused;
import id.pkh.verification.kpm.Kpms;
import id.pkh.verification.membership.domain.ProposalKind;
import id.pkh.verification.sanction.LockedFamilies;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The person who made a proposal takes it back before anyone has decided on it. */
@ApplicationScoped
public class WithdrawProposal {

    private final MembershipProposals proposals;
    private final LockedFamilies families;
    private final Kpms kpms;
    private final Clock clock;

    WithdrawProposal(
            MembershipProposals proposals, LockedFamilies families, Kpms kpms, Clock clock) {
        this.proposals = proposals;
        this.families = families;
        this.kpms = kpms;
        this.clock = clock;
    }

    @Transactional
    public MembershipProposal handle(UUID proposalId, String person, AreaScope areas) {
        MembershipProposal seen =
                proposals.find(proposalId).orElseThrow(() -> Refused.because("NOT_FOUND"));
        String village = kpms.villageOf(seen.kpmId()).orElse(seen.villageCode());
        areas.require(village);
        LockedFamilies.Events events = families.lock(List.of(seen.kpmId()));
        MembershipProposal present = proposals.find(proposalId).orElseThrow();
        if (!present.proposedBy().equals(person)) {
            throw Refused.because("PROPOSAL_OF_ANOTHER");
        }
        switch (present.status()) {
            case DECIDED ->
                    throw Refused.because("ALREADY_DECIDED").with("step", present.kind().name());
            case WITHDRAWN ->
                    throw Refused.because("PROPOSAL_WITHDRAWN")
                            .with("withdrawn_at", present.withdrawnAt());
            default -> {}
        }
        Instant now = clock.instant();
        proposals.withdraw(proposalId, person, now);
        if (present.kind() != ProposalKind.REINSTATE) {
            events.add(
                    seen.kpmId(),
                    ProposalEvents.withdrawn(present, village, person, BusinessDates.on(now), now));
            events.publish();
        }
        return proposals.find(proposalId).orElseThrow();
    }
}
