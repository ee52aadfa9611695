package id.pkh.district.story;

import id.pkh.client.verification.DecisionsApi;
import id.pkh.client.verification.model.DecisionDraft;
import id.pkh.client.verification.model.DecisionDraftConfirmation;
import id.pkh.client.verification.model.DecisionDraftItem;
import id.pkh.client.verification.model.DecisionDraftRequest;
import id.pkh.client.verification.model.DeliveryOutcome;
import id.pkh.client.verification.model.Measure;
import id.pkh.client.verification.model.MoneyEffect;
import id.pkh.client.verification.model.NoticeDelivery;
import id.pkh.client.verification.model.NoticeDeliveryRequest;
import id.pkh.client.verification.model.NoticeRoute;
import id.pkh.client.verification.model.SanctionStep;
import id.pkh.district.manifest.Manifest.Act;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Two officers decide on every active proposal to suspend; the proposals of one family are
 * dismissed. The facilitators deliver the notices, and only then the suspensions take effect.
 */
final class Decisions {

    private static final String PROPOSAL = "SUSPENSION_PROPOSED";
    private static final ZoneId ZONE = ZoneId.of("Asia/Jakarta");
    private static final int DRAFT_ITEMS_AT_MOST = 1_000;
    private static final Map<String, String> REASONS =
            Map.of("SUSPEND", "OBLIGATION_NOT_MET", "DISMISS", "EXCUSED");

    private final StoryContext context;
    private final Identities identities;
    private final Map<String, String> decided = new HashMap<>();
    private final Map<String, List<UUID>> suspensions = new HashMap<>();
    private long noticesDelivered;
    private LocalDate effectiveFrom;

    /** A decision, and the day of the services on which it was taken. */
    private record Confirmed(DecisionDraftItem item, LocalDate day) {}

    Decisions(StoryContext context, Identities identities) {
        this.context = context;
        this.identities = identities;
    }

    /** Decision by family. */
    Map<String, String> decided() {
        return decided;
    }

    /** The decisions that suspend a family. */
    List<UUID> suspensionsOf(String kpm) {
        return suspensions.getOrDefault(kpm, List.of());
    }

    long noticesDelivered() {
        return noticesDelivered;
    }

    /** The day from which the suspensions apply; null when there is none. */
    LocalDate effectiveFrom() {
        return effectiveFrom;
    }

    void play(Act act, StandingSteps standing) {
        Map<String, List<SanctionStep>> proposals = new TreeMap<>();
        standing.byKpm()
                .forEach(
                        (kpm, steps) -> {
                            List<SanctionStep> proposed =
                                    steps.stream()
                                            .filter(s -> StandingSteps.is(s, PROPOSAL))
                                            .toList();
                            if (!proposed.isEmpty()) {
                                proposals.put(kpm, proposed);
                            }
                        });
        String dismissed =
                proposals.keySet().stream()
                        .min(Comparator.comparing(identities::caretakerOf))
                        .orElse("");
        List<SanctionStep> toSuspend = new ArrayList<>();
        List<SanctionStep> toDismiss = new ArrayList<>();
        proposals.forEach(
                (kpm, steps) -> {
                    boolean exception = kpm.equals(dismissed);
                    (exception ? toDismiss : toSuspend).addAll(steps);
                    decided.put(kpm, exception ? act.exceptDecision() : act.decision());
                });
        for (Confirmed each : decide(act.decision(), act.effect(), act.reason(), toSuspend)) {
            effectiveFrom = deliver(each);
            suspensions
                    .computeIfAbsent(each.item().getKpmId().toString(), any -> new ArrayList<>())
                    .add(each.item().getDecisionId());
        }
        decide(act.exceptDecision(), null, act.exceptReason(), toDismiss);
        context.stage().awaitQuiet("the officers' decisions");
        context.listener()
                .step(
                        String.format(
                                Locale.ROOT,
                                "  There are proposals to suspend %d families; one officer prepares"
                                        + " the decisions and another confirms them: %d families are"
                                        + " suspended, which holds their payment, and one family's"
                                        + " proposal is dismissed. Their facilitators deliver %d"
                                        + " notices; only then the suspensions take effect.",
                                proposals.size(),
                                Math.max(0, proposals.size() - 1),
                                noticesDelivered));
    }

    /** One officer prepares, another one confirms; returns the items. */
    private List<Confirmed> decide(
            String measure, String effect, String note, List<SanctionStep> steps) {
        List<Confirmed> items = new ArrayList<>();
        for (int from = 0; from < steps.size(); from += DRAFT_ITEMS_AT_MOST) {
            List<SanctionStep> some =
                    steps.subList(from, Math.min(from + DRAFT_ITEMS_AT_MOST, steps.size()));
            DecisionDraftRequest request =
                    new DecisionDraftRequest()
                            .stepIds(some.stream().map(SanctionStep::getStepId).toList())
                            .measure(Measure.fromValue(measure))
                            .reasonCode(REASONS.get(measure))
                            .note(note);
            if (effect != null) {
                request.effect(MoneyEffect.fromValue(effect));
            }
            items.addAll(decide(request));
        }
        return items;
    }

    private List<Confirmed> decide(DecisionDraftRequest request) {
        DecisionDraft draft =
                context.stage()
                        .verification(context.cast().officer())
                        .call(DecisionsApi::new, decisions -> decisions.prepareDecisions(request));
        DecisionDraft confirmed =
                context.stage()
                        .verification(context.cast().secondOfficer())
                        .call(
                                DecisionsApi::new,
                                decisions ->
                                        decisions.confirmDecisions(
                                                draft.getDraftId(),
                                                new DecisionDraftConfirmation()
                                                        .hash(draft.getHash())));
        LocalDate day = confirmed.getClosedAt().atZoneSameInstant(ZONE).toLocalDate();
        return confirmed.getItems().stream().map(item -> new Confirmed(item, day)).toList();
    }

    /** The family leaves the programme when the notice was delivered; returns the decision. */
    UUID terminate(String kpm, UUID proposal) {
        Confirmed confirmed =
                decide(
                                new DecisionDraftRequest()
                                        .proposalIds(List.of(proposal))
                                        .measure(Measure.TERMINATE)
                                        .reasonCode("FALSE_DATA")
                                        .note("The family is said to have given wrong data"))
                        .get(0);
        deliver(confirmed);
        return confirmed.item().getDecisionId();
    }

    /** The facilitator hands the letter over on the day of the decision; returns its first day. */
    private LocalDate deliver(Confirmed confirmed) {
        DecisionDraftItem item = confirmed.item();
        String village = identities.villageOf(item.getKpmId().toString());
        NoticeDelivery delivery =
                context.stage()
                        .verification(context.cast().facilitatorOf(village))
                        .call(
                                DecisionsApi::new,
                                decisions ->
                                        decisions.recordDecisionDelivery(
                                                item.getDecisionId(),
                                                new NoticeDeliveryRequest()
                                                        .outcome(DeliveryOutcome.DELIVERED)
                                                        .route(NoticeRoute.LETTER)
                                                        .occurredOn(confirmed.day())
                                                        .evidenceReference(
                                                                "Letter book of " + village)
                                                        .acknowledged(true)));
        noticesDelivered++;
        return delivery.getEffectDueOn();
    }
}
