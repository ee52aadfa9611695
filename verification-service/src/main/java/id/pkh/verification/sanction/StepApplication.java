package id.pkh.verification.sanction;

import com.github.f4b6a3.uuid.UuidCreator;
import id.pkh.contracts.Event;
import id.pkh.platform.messaging.trace.Causation;
import id.pkh.platform.web.BusinessDates;
import id.pkh.verification.kpm.Kpms;
import id.pkh.verification.sanction.domain.ActiveStep;
import id.pkh.verification.sanction.domain.StepDifference;
import id.pkh.verification.signal.ReassessmentRequest;
import io.quarkus.arc.All;
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
    private final List<StepWithdrawals> withdrawals;
    private final SanctionAnnouncements announcements;
    private final Clock clock;

    StepApplication(
            SanctionHistories histories,
            Kpms kpms,
            @All List<StepWithdrawals> withdrawals,
            SanctionAnnouncements announcements,
            Clock clock) {
        this.histories = histories;
        this.kpms = kpms;
        this.withdrawals = withdrawals;
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
        histories.withdraw(withdrawn, why, today, now);
        Map<UUID, List<Event>> following = following(withdrawn, villages, why, now);

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
                                    following,
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

    private Map<UUID, List<Event>> following(
            Set<UUID> withdrawn, Map<UUID, String> villages, WithdrawalReason why, Instant now) {
        Map<UUID, List<Event>> following = new HashMap<>();
        if (!withdrawn.isEmpty()) {
            withdrawals.forEach(
                    each ->
                            each.follow(withdrawn, villages, why, now)
                                    .forEach(
                                            (step, events) ->
                                                    following
                                                            .computeIfAbsent(
                                                                    step, any -> new ArrayList<>())
                                                            .addAll(events)));
        }
        return following;
    }

    private static FamilyChange familyChange(
            UUID kpmId,
            String village,
            StepDifference change,
            List<IssuedStep> active,
            Map<UUID, List<Event>> following,
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
        return new FamilyChange(
                kpmId, village == null ? "" : village, withdrawn, following, issued);
    }
}
