package id.pkh.verification.decision;

import com.github.f4b6a3.uuid.UuidCreator;
import id.pkh.platform.web.BusinessDates;
import id.pkh.verification.decision.LiftProposalRows.Suspension;
import id.pkh.verification.decision.domain.Measure;
import id.pkh.verification.sanction.IssuedStep;
import id.pkh.verification.sanction.SanctionHistories;
import id.pkh.verification.sanction.StateFollower;
import id.pkh.verification.sanction.domain.CauseHistory;
import id.pkh.verification.signal.SignalCollector;
import id.pkh.verification.signal.SignalSource;
import id.pkh.verification.signal.domain.Cause;
import id.pkh.verification.signal.domain.VerificationPeriod;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Proposes that a suspension ends when the family fulfils its obligations again, and takes that
 * back when later evidence shows the opposite.
 */
@ApplicationScoped
class LiftProposals implements StateFollower {

    private final LiftProposalRows rows;
    private final SanctionHistories histories;
    private final List<SignalSource> sources;
    private final NoticePolicies policies;
    private final Clock clock;

    LiftProposals(
            LiftProposalRows rows,
            SanctionHistories histories,
            @All List<SignalSource> sources,
            NoticePolicies policies,
            Clock clock) {
        this.rows = rows;
        this.histories = histories;
        this.sources = sources;
        this.policies = policies;
        this.clock = clock;
    }

    @Override
    public void follow(Collection<UUID> kpmIds, Set<Cause> causes, SignalCollector states) {
        for (Suspension suspension : rows.suspensions(kpmIds, causes)) {
            Optional<String> metAgain =
                    CauseHistory.of(
                                    suspension.cause(),
                                    states.of(suspension.kpmId(), suspension.cause()))
                            .metAgainAfter(VerificationPeriod.parse(suspension.period()))
                            .map(VerificationPeriod::text);
            if (!metAgain.equals(Optional.ofNullable(suspension.proposedFor()))) {
                change(suspension, metAgain);
            }
        }
    }

    private void change(Suspension suspension, Optional<String> metAgain) {
        Instant now = clock.instant();
        LocalDate today = BusinessDates.on(now);
        if (suspension.proposedFor() != null) {
            rows.withdraw(suspension.decisionId(), now);
        }
        metAgain.ifPresent(
                period ->
                        rows.add(
                                UuidCreator.getTimeOrderedEpoch(),
                                suspension,
                                period,
                                policies.inForceOn(today).isComplianceLiftByPerson(),
                                today,
                                now));
    }

    /** For a decision that has just taken effect. */
    void proposeFor(Decision decision) {
        if (decision.measure() != Measure.SUSPEND) {
            return;
        }
        IssuedStep step = histories.find(decision.stepId()).orElseThrow();
        Set<UUID> family = Set.of(decision.kpmId());
        Set<Cause> causes = Set.of(step.due().cause());
        SignalCollector states = new SignalCollector(causes);
        sources.forEach(source -> source.contribute(family, causes, states));
        follow(family, causes, states);
    }
}
