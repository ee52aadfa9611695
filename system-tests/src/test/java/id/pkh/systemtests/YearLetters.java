package id.pkh.systemtests;

import id.pkh.client.verification.DecisionsApi;
import id.pkh.client.verification.SanctionStepsApi;
import id.pkh.client.verification.model.Decision;
import id.pkh.client.verification.model.DecisionPage;
import id.pkh.client.verification.model.DeliveryOutcome;
import id.pkh.client.verification.model.Measure;
import id.pkh.client.verification.model.NoticeDelivery;
import id.pkh.client.verification.model.NoticeDeliveryRequest;
import id.pkh.client.verification.model.NoticeRoute;
import id.pkh.client.verification.model.SanctionStep;
import id.pkh.client.verification.model.SanctionStepPage;
import id.pkh.district.story.Cast;
import id.pkh.district.story.Stage;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;

/** The letters that wait for their delivery, and what the facilitator does with them. */
final class YearLetters {

    private final Stage stage;
    private final Cast cast;
    private final YearVillage village;

    YearLetters(Stage stage, Cast cast, YearVillage village) {
        this.stage = stage;
        this.cast = cast;
        this.village = village;
    }

    /**
     * A letter to a family.
     *
     * @param about the step with its period, or the decision
     */
    private record Letter(UUID subject, boolean isAboutStep, String about, String family) {}

    List<String> waiting() {
        YearLines lines = new YearLines();
        undelivered().forEach(letter -> lines.add(letter.about(), letter.family()));
        return lines.sorted();
    }

    /** Hands over every letter of these families, or of all. */
    void deliver(String day, String... families) {
        List<String> some = List.of(families);
        record(
                letter -> some.isEmpty() || some.contains(letter.family()),
                DeliveryOutcome.DELIVERED,
                NoticeRoute.LETTER,
                day);
    }

    void findNobody(String day, String family) {
        record(
                letter -> letter.family().equals(family),
                DeliveryOutcome.NOT_REACHED,
                NoticeRoute.VISIT,
                day);
    }

    void post(String day, String family) {
        record(
                letter -> letter.family().equals(family),
                DeliveryOutcome.DELIVERED,
                NoticeRoute.POSTED,
                day);
    }

    private void record(
            Predicate<Letter> which, DeliveryOutcome outcome, NoticeRoute route, String day) {
        NoticeDeliveryRequest request =
                new NoticeDeliveryRequest()
                        .outcome(outcome)
                        .route(route)
                        .occurredOn(LocalDate.parse(day))
                        .evidenceReference("Letter book");
        if (route == NoticeRoute.LETTER) {
            request.acknowledged(true); // the family signs
        }
        String token = cast.facilitatorOf(YearVillage.CODE);
        for (Letter letter : undelivered().stream().filter(which).toList()) {
            if (letter.isAboutStep()) {
                stage.verification(token)
                        .call(
                                SanctionStepsApi::new,
                                letters -> letters.recordStepDelivery(letter.subject(), request));
            } else {
                stage.verification(token)
                        .call(
                                DecisionsApi::new,
                                letters ->
                                        letters.recordDecisionDelivery(letter.subject(), request));
            }
        }
    }

    private List<Letter> undelivered() {
        List<Letter> letters = new ArrayList<>();
        stage.verification(cast.officer())
                .each(
                        SanctionStepsApi::new,
                        (steps, after) ->
                                steps.listSanctionSteps(
                                        after,
                                        null,
                                        null,
                                        Stage.PAGE,
                                        null,
                                        true,
                                        null,
                                        YearVillage.CODE),
                        SanctionStepPage::getItems,
                        SanctionStepPage::getNext,
                        step -> letters.add(letter(step)));
        stage.verification(cast.officer())
                .each(
                        DecisionsApi::new,
                        (decisions, after) ->
                                decisions.listDecisions(after, null, Stage.PAGE, YearVillage.CODE),
                        DecisionPage::getItems,
                        DecisionPage::getNext,
                        decision -> {
                            if (decision.getDecision() != Measure.DISMISS
                                    && decision.getLift() == null) {
                                letters.add(letter(decision));
                            }
                        });
        return letters.stream().filter(letter -> !isDelivered(letter)).toList();
    }

    private Letter letter(SanctionStep step) {
        return new Letter(
                step.getStepId(),
                true,
                step.getStep() + " " + step.getPeriod(),
                village.nameOf(step.getKpmId().toString()));
    }

    private Letter letter(Decision decision) {
        return new Letter(
                decision.getDecisionId(),
                false,
                decision.getDecision().toString(),
                village.nameOf(decision.getKpmId().toString()));
    }

    private boolean isDelivered(Letter letter) {
        return deliveriesOf(letter).stream()
                .anyMatch(attempt -> attempt.getOutcome().toString().equals("DELIVERED"));
    }

    private List<NoticeDelivery> deliveriesOf(Letter letter) {
        String token = cast.officer();
        return letter.isAboutStep()
                ? stage.verification(token)
                        .call(
                                SanctionStepsApi::new,
                                letters -> letters.listStepDeliveries(letter.subject()))
                        .getItems()
                : stage.verification(token)
                        .call(
                                DecisionsApi::new,
                                letters -> letters.listDecisionDeliveries(letter.subject()))
                        .getItems();
    }
}
