package id.pkh.verification.sanction;

import com.github.f4b6a3.uuid.UuidCreator;
import id.pkh.platform.messaging.trace.Causation;
import id.pkh.platform.web.BusinessDates;
import id.pkh.verification.kpm.Kpms;
import id.pkh.verification.sanction.domain.ActiveStep;
import id.pkh.verification.sanction.domain.StepDifference;
import id.pkh.verification.signal.ReassessmentRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Applies the changes of families: withdraws, lifts, issues, and publishes. */
@ApplicationScoped
class StepApplication {

    private final SanctionHistories histories;
    private final Kpms kpms;
    private final SanctionAnnouncements announcements;
    private final Clock clock;

    StepApplication(
            SanctionHistories histories,
            Kpms kpms,
            SanctionAnnouncements announcements,
            Clock clock) {
        this.histories = histories;
        this.kpms = kpms;
        this.announcements = announcements;
        this.clock = clock;
    }

    void apply(
            Map<UUID, StepDifference> changes,
            Map<UUID, ReassessmentRequest> families,
            Map<UUID, List<IssuedStep>> active,
            Map<UUID, Long> versions,
            WithdrawalReason why) {
        Instant now = clock.instant();
        LocalDate today = BusinessDates.on(now);
        Map<UUID, String> villages = kpms.villagesOf(changes.keySet());
        Set<UUID> withdrawn =
                changes.values().stream()
                        .flatMap(change -> change.toWithdraw().stream())
                        .map(ActiveStep::stepId)
                        .collect(Collectors.toSet());
        Map<UUID, UUID> lifted = histories.suspensionsOn(withdrawn);
        histories.withdraw(withdrawn, why, today, now);
        histories.lift(
                lifted.values(), new Decision.Lift(why.liftReason(), null, "system", today, now));

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
                                    active.getOrDefault(kpmId, List.of()),
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
                (causation, changed) ->
                        causation.run(
                                () ->
                                        after.putAll(
                                                announcements.announce(
                                                        changed, versions, why, today, now))));
        histories.saveVersions(after);
    }

    private static FamilyChange familyChange(
            UUID kpmId,
            String village,
            StepDifference change,
            List<IssuedStep> active,
            Map<UUID, UUID> lifted,
            LocalDate today,
            Instant now) {
        Map<UUID, IssuedStep> byId =
                active.stream().collect(Collectors.toMap(IssuedStep::stepId, Function.identity()));
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
