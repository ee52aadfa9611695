package id.pkh.district.story;

import com.fasterxml.jackson.databind.JsonNode;
import id.pkh.district.recount.ExpectedStep;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The steps that are in effect in the verification service at one moment. */
final class StandingSteps {

    private final Map<String, List<JsonNode>> byKpm = new HashMap<>();

    StandingSteps(Stage stage, Cast cast) {
        stage.verification()
                .each(
                        "/sanction-steps?standing=true",
                        cast.officer(),
                        step ->
                                byKpm.computeIfAbsent(
                                                step.path("kpm_id").asText(),
                                                key -> new ArrayList<>())
                                        .add(step));
    }

    private StandingSteps(Map<String, List<JsonNode>> byKpm) {
        this.byKpm.putAll(byKpm);
    }

    static StandingSteps of(Map<String, List<JsonNode>> byKpm) {
        return new StandingSteps(byKpm);
    }

    Map<String, List<JsonNode>> byKpm() {
        return byKpm;
    }

    List<JsonNode> of(String kpm) {
        return byKpm.getOrDefault(kpm, List.of());
    }

    Stream<JsonNode> all() {
        return byKpm.values().stream().flatMap(List::stream);
    }

    long count(Predicate<JsonNode> which) {
        return all().filter(which).count();
    }

    static boolean is(JsonNode step, String kind) {
        return kind.equals(step.path("step").asText());
    }

    static ExpectedStep comparable(JsonNode step) {
        return new ExpectedStep(
                step.path("period").asText(),
                step.path("cause").asText(),
                step.path("rung").asInt(),
                step.path("running").asInt(),
                step.path("step").asText(),
                step.path("is_protected").asBoolean());
    }

    static String text(ExpectedStep step) {
        return step.period()
                + " "
                + step.cause()
                + " "
                + step.step()
                + " (rung "
                + step.rung()
                + ", running "
                + step.running()
                + (step.isProtected() ? ", protected)" : ")");
    }
}
