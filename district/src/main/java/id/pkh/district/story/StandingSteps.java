package id.pkh.district.story;

import id.pkh.client.verification.SanctionStepsApi;
import id.pkh.client.verification.model.Step;
import id.pkh.client.verification.model.StepPage;
import id.pkh.district.recount.ExpectedStep;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The steps that are in effect in the verification service at one moment. */
final class StandingSteps {

    private final Map<String, List<Step>> byKpm = new HashMap<>();

    StandingSteps(Stage stage, Cast cast) {
        stage.verification(cast.officer())
                .each(
                        SanctionStepsApi::new,
                        (steps, after) ->
                                steps.listSanctionSteps(
                                        after, null, null, Stage.PAGE, null, true, null, null),
                        StepPage::getItems,
                        StepPage::getNext,
                        step ->
                                byKpm.computeIfAbsent(
                                                step.getKpmId().toString(),
                                                key -> new ArrayList<>())
                                        .add(step));
    }

    private StandingSteps(Map<String, List<Step>> byKpm) {
        this.byKpm.putAll(byKpm);
    }

    static StandingSteps of(Map<String, List<Step>> byKpm) {
        return new StandingSteps(byKpm);
    }

    Map<String, List<Step>> byKpm() {
        return byKpm;
    }

    List<Step> of(String kpm) {
        return byKpm.getOrDefault(kpm, List.of());
    }

    Stream<Step> all() {
        return byKpm.values().stream().flatMap(List::stream);
    }

    long count(Predicate<Step> which) {
        return all().filter(which).count();
    }

    static boolean is(Step step, String kind) {
        return kind.equals(step.getStep().toString());
    }

    static ExpectedStep comparable(Step step) {
        return new ExpectedStep(
                step.getPeriod(),
                step.getCause().toString(),
                step.getRung(),
                step.getRunning(),
                step.getStep().toString(),
                step.getIsProtected());
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
