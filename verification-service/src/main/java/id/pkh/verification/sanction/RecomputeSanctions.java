package id.pkh.verification.sanction;

import id.pkh.verification.retention.FactRetention;
import id.pkh.verification.sanction.domain.CauseHistory;
import id.pkh.verification.sanction.domain.DueStep;
import id.pkh.verification.sanction.domain.StepDifference;
import id.pkh.verification.signal.ReassessmentRequest;
import id.pkh.verification.signal.SignalCollector;
import id.pkh.verification.signal.SignalSource;
import id.pkh.verification.signal.domain.Cause;
import id.pkh.verification.signal.domain.PeriodState;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.YearMonth;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Recomputes the steps of families: which steps follow from all facts, which of them are already in
 * effect, and which have to be issued or withdrawn. The outcome is the same whatever changed, and
 * whatever the order in which the facts arrived.
 */
@ApplicationScoped
public class RecomputeSanctions {

    private final SanctionHistories histories;
    private final List<SignalSource> sources;
    private final Ladders ladders;
    private final FactRetention retention;
    private final StepApplication application;
    private final List<StateFollower> followers;

    RecomputeSanctions(
            SanctionHistories histories,
            @All List<SignalSource> sources,
            Ladders ladders,
            FactRetention retention,
            StepApplication application,
            @All List<StateFollower> followers) {
        this.histories = histories;
        this.sources = sources;
        this.ladders = ladders;
        this.retention = retention;
        this.application = application;
        this.followers = followers;
    }

    /**
     * Brings the steps of the families in line with the facts, for the causes that the change
     * affects.
     *
     * @param why recorded with every step that is withdrawn
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void handle(
            Collection<ReassessmentRequest> families, Set<Cause> causes, WithdrawalReason why) {
        List<UUID> kpmIds = families.stream().map(ReassessmentRequest::kpmId).distinct().toList();
        handle(families, histories.lock(kpmIds), causes, why);
    }

    /**
     * The same for families that the caller has locked already.
     *
     * @param versions as {@link SanctionHistories#lock} has returned them, perhaps of more families
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void handle(
            Collection<ReassessmentRequest> families,
            Map<UUID, Long> versions,
            Set<Cause> causes,
            WithdrawalReason why) {
        if (families.isEmpty()) {
            return;
        }
        Map<UUID, ReassessmentRequest> byId = new LinkedHashMap<>();
        families.forEach(family -> byId.put(family.kpmId(), family));
        SignalCollector signals = new SignalCollector(causes);
        sources.forEach(source -> source.contribute(byId.keySet(), causes, signals));
        YearMonth decidedFrom = ladders.all().decidedFrom(retention.firstMonth());
        Map<UUID, List<IssuedStep>> active =
                histories.active(byId.keySet(), causes).stream()
                        .filter(step -> isDecided(step.due(), decidedFrom))
                        .collect(Collectors.groupingBy(IssuedStep::kpmId));

        Map<UUID, StepDifference> changes = new LinkedHashMap<>();
        for (UUID kpmId : byId.keySet()) {
            List<DueStep> should =
                    causes.stream()
                            .flatMap(cause -> stepsOf(cause, signals.of(kpmId, cause)))
                            .filter(due -> isDecided(due, decidedFrom))
                            .toList();
            StepDifference difference =
                    StepDifference.between(
                            active.getOrDefault(kpmId, List.of()).stream()
                                    .map(IssuedStep::active)
                                    .toList(),
                            should);
            if (!difference.isEmpty()) {
                changes.put(kpmId, difference);
            }
        }
        if (!changes.isEmpty()) {
            application.apply(changes, byId, active, versions, why);
        }
        followers.forEach(follower -> follower.follow(byId.keySet(), causes, signals));
    }

    private Stream<DueStep> stepsOf(Cause cause, List<PeriodState> facts) {
        return ladders.all().stepsThatFollowFrom(CauseHistory.of(cause, facts)).stream();
    }

    /** Older steps stay as they are: the facts behind them may have been dropped. */
    private static boolean isDecided(DueStep due, YearMonth decidedFrom) {
        return !due.period().firstMonth().isBefore(decidedFrom);
    }
}
