package id.pkh.district.story;

import id.pkh.client.verification.SanctionStepsApi;
import id.pkh.client.verification.model.DecisionKind;
import id.pkh.client.verification.model.DecisionRequest;
import id.pkh.client.verification.model.MoneyEffect;
import id.pkh.client.verification.model.SanctionStep;
import id.pkh.district.manifest.Manifest.Act;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The officer decides on every active proposal to suspend; the proposal of one family is dismissed.
 */
final class Decisions {

    private static final String PROPOSAL = "SUSPENSION_PROPOSED";

    private final StoryContext context;
    private final Identities identities;
    private final Map<String, String> decided = new HashMap<>();

    Decisions(StoryContext context, Identities identities) {
        this.context = context;
        this.identities = identities;
    }

    /** Decision by family. */
    Map<String, String> decided() {
        return decided;
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
        proposals.forEach(
                (kpm, steps) -> {
                    boolean exception = kpm.equals(dismissed);
                    steps.forEach(step -> decide(act, step, exception));
                    decided.put(kpm, exception ? act.exceptDecision() : act.decision());
                });
        context.stage().awaitQuiet("the officer's decisions");
        context.listener()
                .step(
                        String.format(
                                Locale.ROOT,
                                "  There are proposals to suspend %d families; a named officer"
                                        + " suspends %d, which holds their payment, and dismisses one proposal.",
                                proposals.size(),
                                Math.max(0, proposals.size() - 1)));
    }

    private void decide(Act act, SanctionStep step, boolean exception) {
        DecisionRequest decision =
                new DecisionRequest()
                        .decision(
                                DecisionKind.fromValue(
                                        exception ? act.exceptDecision() : act.decision()))
                        .reason(exception ? act.exceptReason() : act.reason());
        if (!exception) {
            decision.effect(MoneyEffect.fromValue(act.effect()));
        }
        context.stage()
                .verification(context.cast().officer())
                .call(
                        SanctionStepsApi::new,
                        steps -> steps.decideSanctionStep(step.getStepId(), decision));
    }
}
