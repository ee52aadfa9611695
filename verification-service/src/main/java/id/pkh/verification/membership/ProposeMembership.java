package id.pkh.verification.membership;

import com.github.f4b6a3.uuid.UuidCreator;
import id.pkh.platform.security.AreaScope;
import id.pkh.platform.web.BusinessDates;
import id.pkh.platform.web.Refused;
import id.pkh.verification.kpm.KpmRow;
import id.pkh.verification.kpm.Kpms;
import id.pkh.verification.membership.domain.ProposalKind;
import id.pkh.verification.membership.domain.ProposalStatus;
import id.pkh.verification.sanction.LockedFamilies;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** A person proposes that a family leaves the programme, or that a family that left comes back. */
@ApplicationScoped
public class ProposeMembership {

    private static final int YEARS_BACK_AT_MOST = 5;
    private static final int YEARS_AHEAD_AT_MOST = 1;

    /** What is proposed, and by whom. */
    public record Command(
            UUID kpmId,
            ProposalKind kind,
            String reasonCode,
            String note,
            String evidenceReference,
            LocalDate effectiveOn,
            String person,
            AreaScope areas) {}

    private final MembershipProposals proposals;
    private final LockedFamilies families;
    private final Kpms kpms;
    private final Clock clock;

    ProposeMembership(
            MembershipProposals proposals, LockedFamilies families, Kpms kpms, Clock clock) {
        this.proposals = proposals;
        this.families = families;
        this.kpms = kpms;
        this.clock = clock;
    }

    @Transactional
    public MembershipProposal handle(Command command) {
        UUID kpmId = command.kpmId();
        command.areas().require(kpms.villageOf(kpmId).orElse(null));
        LockedFamilies.Events events = families.lock(List.of(kpmId));
        KpmRow family = kpms.find(Set.of(kpmId)).get(kpmId);
        Instant now = clock.instant();
        LocalDate today = BusinessDates.on(now);
        refuseWhatDoesNotFit(command, family, today);
        MembershipProposal proposal =
                new MembershipProposal(
                        UuidCreator.getTimeOrderedEpoch(),
                        kpmId,
                        family.villageCode(),
                        command.kind(),
                        command.reasonCode(),
                        command.note(),
                        command.evidenceReference(),
                        command.effectiveOn(),
                        ProposalStatus.OPEN,
                        command.person(),
                        today,
                        now,
                        null,
                        null);
        proposals.add(proposal);
        if (command.kind() != ProposalKind.REINSTATE) {
            events.add(kpmId, ProposalEvents.proposed(proposal));
            events.publish();
        }
        return proposal;
    }

    private void refuseWhatDoesNotFit(Command command, KpmRow family, LocalDate today) {
        if (!proposals.isKnownReason(command.kind().name(), command.reasonCode())) {
            throw Refused.because("REASON_UNKNOWN").with("reason_code", command.reasonCode());
        }
        LocalDate day = command.effectiveOn();
        if (day.isBefore(today.minusYears(YEARS_BACK_AT_MOST))
                || day.isAfter(today.plusYears(YEARS_AHEAD_AT_MOST))) {
            throw Refused.because("EFFECTIVE_DAY_INVALID").with("effective_on", day.toString());
        }
        proposals
                .openOf(command.kpmId())
                .ifPresent(
                        open -> {
                            throw Refused.because("PROPOSAL_OPEN")
                                    .with("proposal_id", open.proposalId())
                                    .with("kind", open.kind().name());
                        });
        if (!command.kind().fits(family.status())) {
            throw Refused.because("STATUS_DOES_NOT_FIT")
                    .with("status", family.status())
                    .with("kind", command.kind().name());
        }
    }
}
