package id.pkh.verification.sanction;

import com.github.f4b6a3.uuid.UuidCreator;
import id.pkh.platform.messaging.Causation;
import id.pkh.platform.web.BusinessDates;
import id.pkh.verification.kpm.Kpms;
import id.pkh.verification.sanction.domain.CauseHistory;
import id.pkh.verification.sanction.domain.DueStep;
import id.pkh.verification.sanction.domain.SanctionLadders;
import id.pkh.verification.sanction.domain.StandingStep;
import id.pkh.verification.sanction.domain.StepDifference;
import id.pkh.verification.signal.SignalCollector;
import id.pkh.verification.signal.SignalSource;
import id.pkh.verification.signal.domain.Cause;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
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
    private final Kpms kpms;
    private final SanctionAnnouncements announcements;
    private final Clock clock;

    RecomputeSanctions(
            SanctionHistories histories,
            @All List<SignalSource> sources,
            Ladders ladders,
            Kpms kpms,
            SanctionAnnouncements announcements,
            Clock clock) {
        this.histories = histories;
        this.sources = sources;
        this.ladders = ladders;
        this.kpms = kpms;
        this.announcements = announcements;
        this.clock = clock;
    }

    /**
     * Brings the steps of the families in line with the facts, for the causes that the change
     * touches.
     *
     * @param why recorded with every step that is withdrawn
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void handle(Collection<LookAgain> families, Set<Cause> causes, WithdrawalReason why) {
        if (families.isEmpty()) {
            return;
        }
        Map<UUID, LookAgain> byId = new LinkedHashMap<>();
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
            apply(changes, byId, standing, versions, why);
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

    private void apply(
            Map<UUID, StepDifference> changes,
            Map<UUID, LookAgain> families,
            Map<UUID, List<IssuedStep>> standing,
            Map<UUID, Long> versions,
            WithdrawalReason why) {
        Instant now = clock.instant();
        LocalDate today = BusinessDates.on(now);
        Map<UUID, String> villages = kpms.villagesOf(changes.keySet());
        Set<UUID> withdrawn =
                changes.values().stream()
                        .flatMap(change -> change.toWithdraw().stream())
                        .map(StandingStep::stepId)
                        .collect(Collectors.toSet());
        Map<UUID, UUID> lifted = histories.suspensionsOn(withdrawn);
        histories.withdraw(withdrawn, why, today, now);
        histories.lift(lifted.values(), why.liftReason(), today, now);

        List<IssuedStep> issued = new ArrayList<>();
        Map<Causation, List<FamilyChange>> byCause = new LinkedHashMap<>();
        changes.forEach(
                (kpmId, change) -> {
                    String village =
                            villages.getOrDefault(kpmId, families.get(kpmId).villageCode());
                    FamilyChange family =
                            familyChange(
                                    kpmId,
                                    village,
                                    change,
                                    standing.getOrDefault(kpmId, List.of()),
                                    lifted,
                                    today,
                                    now);
                    issued.addAll(family.issued());
                    byCause.computeIfAbsent(
                                    families.get(kpmId).causation(), any -> new ArrayList<>())
                            .add(family);
                });
        histories.issue(issued);
        Map<UUID, Long> after = new HashMap<>();
        byCause.forEach(
                (causation, families1) ->
                        causation.run(
                                () ->
                                        after.putAll(
                                                announcements.announce(
                                                        families1, versions, why, today, now))));
        histories.saveVersions(after);
    }

    private static FamilyChange familyChange(
            UUID kpmId,
            String village,
            StepDifference change,
            List<IssuedStep> standing,
            Map<UUID, UUID> lifted,
            LocalDate today,
            Instant now) {
        Map<UUID, IssuedStep> byId =
                standing.stream()
                        .collect(Collectors.toMap(IssuedStep::stepId, Function.identity()));
        List<IssuedStep> withdrawn =
                change.toWithdraw().stream().map(step -> byId.get(step.stepId())).toList();
        List<IssuedStep> issued =
                change.toIssue().stream()
                        .map(
                                due ->
                                        new IssuedStep(
                                                UuidCreator.getTimeOrderedEpoch(),
                                                kpmId,
                                                village == null ? "" : village,
                                                due,
                                                today,
                                                now,
                                                null,
                                                null))
                        .toList();
        Map<UUID, UUID> liftedHere =
                withdrawn.stream()
                        .map(IssuedStep::stepId)
                        .filter(lifted::containsKey)
                        .collect(Collectors.toMap(Function.identity(), lifted::get));
        return new FamilyChange(
                kpmId, village == null ? "" : village, withdrawn, liftedHere, issued);
    }
}
