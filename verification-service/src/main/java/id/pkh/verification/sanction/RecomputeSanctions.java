package id.pkh.verification.sanction;

import id.pkh.verification.sanction.domain.CauseHistory;
import id.pkh.verification.sanction.domain.DueStep;
import id.pkh.verification.sanction.domain.SanctionLadders;
import id.pkh.verification.sanction.domain.StepDifference;
import id.pkh.verification.signal.ReassessmentRequest;
import id.pkh.verification.signal.SignalCollector;
import id.pkh.verification.signal.SignalSource;
import id.pkh.verification.signal.domain.Cause;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Looks at families again: which steps follow from everything known by now, which of them stand
 * already, what has to be issued and what withdrawn. Whatever changed, and in whatever order the
 * facts arrived, the outcome is the same.
 */
@ApplicationScoped
public class RecomputeSanctions {

    private final SanctionHistories histories;
    private final List<SignalSource> sources;
    private final Ladders ladders;
    private final StepApplication application;

    RecomputeSanctions(
            SanctionHistories histories,
            @All List<SignalSource> sources,
            Ladders ladders,
            StepApplication application) {
        this.histories = histories;
        this.sources = sources;
        this.ladders = ladders;
        this.application = application;
    }

    /**
     * Brings the steps of the families in line with the facts, for the causes that the change
     * touches.
     *
     * @param why recorded with every step that is withdrawn
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void handle(
            Collection<ReassessmentRequest> families, Set<Cause> causes, WithdrawalReason why) {
        if (families.isEmpty()) {
            return;
        }
        Map<UUID, ReassessmentRequest> byId = new LinkedHashMap<>();
        families.forEach(family -> byId.put(family.kpmId(), family));
        Map<UUID, Long> versions = histories.lock(byId.keySet());
        SignalCollector signals = new SignalCollector(causes);
        sources.forEach(source -> source.contribute(byId.keySet(), causes, signals));
        Map<UUID, List<IssuedStep>> standing =
                histories.standing(byId.keySet(), causes).stream()
                        .collect(Collectors.groupingBy(IssuedStep::kpmId));

        Map<UUID, StepDifference> changes = new LinkedHashMap<>();
        for (UUID kpmId : versions.keySet()) {
            StepDifference difference =
                    difference(
                            kpmId,
                            causes,
                            signals,
                            standing.getOrDefault(kpmId, List.of()),
                            ladders.all());
            if (!difference.isEmpty()) {
                changes.put(kpmId, difference);
            }
        }
        if (!changes.isEmpty()) {
            application.apply(changes, byId, standing, versions, why);
        }
    }

    private static StepDifference difference(
            UUID kpmId,
            Set<Cause> causes,
            SignalCollector signals,
            List<IssuedStep> standing,
            SanctionLadders ladders) {
        List<DueStep> should =
                causes.stream()
                        .flatMap(
                                cause ->
                                        ladders
                                                .stepsThatFollowFrom(
                                                        CauseHistory.of(
                                                                cause, signals.of(kpmId, cause)))
                                                .stream())
                        .toList();
        return StepDifference.between(standing.stream().map(IssuedStep::standing).toList(), should);
    }
}
