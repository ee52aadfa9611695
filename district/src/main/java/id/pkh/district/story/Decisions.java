package id.pkh.district.story;

import com.fasterxml.jackson.databind.JsonNode;
import id.pkh.district.manifest.Manifest.Act;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The officer decides on every active proposal to suspend; the proposal of one family is dismissed.
 */
final class Decisions {

    private static final Set<Integer> DONE = Set.of(200, 201);
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
        Map<String, List<JsonNode>> proposals = new TreeMap<>();
        standing.byKpm()
                .forEach(
                        (kpm, steps) -> {
                            List<JsonNode> proposed =
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

    private void decide(Act act, JsonNode step, boolean exception) {
        Map<String, String> body = new HashMap<>();
        body.put("decision", exception ? act.exceptDecision() : act.decision());
        body.put("reason", exception ? act.exceptReason() : act.reason());
        if (!exception) {
            body.put("effect", act.effect());
        }
        String path = "/sanction-steps/" + step.path("step_id").asText() + "/decision";
        context.stage().verification().post(path, context.cast().officer(), body, DONE);
    }
}
