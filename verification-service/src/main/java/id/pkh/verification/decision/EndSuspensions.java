package id.pkh.verification.decision;

import id.pkh.platform.web.BusinessDates;
import id.pkh.verification.decision.domain.LiftReason;
import id.pkh.verification.kpm.Kpms;
import id.pkh.verification.sanction.LockedFamilies;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Ends suspensions whose obligations are met again, where the policy needs no person for it. */
@ApplicationScoped
public class EndSuspensions {

    private static final String SYSTEM = "system";

    private final Decisions decisions;
    private final DecisionEffects effects;
    private final LiftProposalRows proposals;
    private final LockedFamilies families;
    private final Kpms kpms;
    private final Clock clock;

    EndSuspensions(
            Decisions decisions,
            DecisionEffects effects,
            LiftProposalRows proposals,
            LockedFamilies families,
            Kpms kpms,
            Clock clock) {
        this.decisions = decisions;
        this.effects = effects;
        this.proposals = proposals;
        this.families = families;
        this.kpms = kpms;
        this.clock = clock;
    }

    public List<UUID> due(UUID after, int limit) {
        return proposals.toEnd(after, limit);
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public void handle(List<UUID> decisionIds) {
        List<UUID> kpmIds =
                decisionIds.stream()
                        .flatMap(id -> decisions.find(id).stream())
                        .map(Decision::kpmId)
                        .distinct()
                        .toList();
        LockedFamilies.Events events = families.lock(kpmIds);
        Map<UUID, String> villages = kpms.villagesOf(kpmIds);
        Set<UUID> stillDue = new HashSet<>(proposals.toEnd(null, Integer.MAX_VALUE));
        Instant now = clock.instant();
        Decision.Lift lift =
                new Decision.Lift(
                        LiftReason.COMMITMENT_MET, null, SYSTEM, BusinessDates.on(now), now);
        for (UUID id : decisionIds) {
            if (stillDue.contains(id)) {
                Decision decision = decisions.find(id).orElseThrow();
                effects.lift(decision, lift, villages.getOrDefault(decision.kpmId(), ""), events);
            }
        }
        events.publish();
    }
}
