package id.pkh.district.story;

import id.pkh.client.verification.SanctionStepsApi;
import id.pkh.client.verification.model.SanctionStep;
import id.pkh.client.verification.model.SanctionStepPage;
import id.pkh.district.recount.ExpectedStep;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The steps that are in effect in the verification service at one moment. */
public final class StandingSteps {

    private final Map<String, List<SanctionStep>> byKpm = new HashMap<>();

    public StandingSteps(Stage stage, Cast cast) {
        stage.verification(cast.officer())
                .each(
                        SanctionStepsApi::new,
                        (steps, after) ->
                                steps.listSanctionSteps(
                                        after, null, null, Stage.PAGE, null, true, null, null),
                        SanctionStepPage::getItems,
                        SanctionStepPage::getNext,
                        step ->
                                byKpm.computeIfAbsent(
                                                step.getKpmId().toString(),
                                                key -> new ArrayList<>())
                                        .add(step));
    }

    private StandingSteps(Map<String, List<SanctionStep>> byKpm) {
        this.byKpm.putAll(byKpm);
    }

    static StandingSteps of(Map<String, List<SanctionStep>> byKpm) {
        return new StandingSteps(byKpm);
    }

    Map<String, List<SanctionStep>> byKpm() {
        return byKpm;
    }

    List<SanctionStep> of(String kpm) {
        return byKpm.getOrDefault(kpm, List.of());
    }

    public Stream<SanctionStep> all() {
        return byKpm.values().stream().flatMap(List::stream);
    }

    long count(Predicate<SanctionStep> which) {
        return all().filter(which).count();
    }

    static boolean is(SanctionStep step, String kind) {
        return kind.equals(step.getStep().toString());
    }

    static ExpectedStep comparable(SanctionStep step) {
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
