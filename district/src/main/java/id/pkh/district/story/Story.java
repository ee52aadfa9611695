package id.pkh.district.story;

import id.pkh.client.PkhClient;
import id.pkh.client.RefusedCall;
import id.pkh.client.registry.FamiliesApi;
import id.pkh.client.verification.CommitmentsApi;
import id.pkh.client.verification.model.CommitmentPage;
import id.pkh.client.verification.model.SanctionStep;
import id.pkh.district.manifest.Manifest;
import id.pkh.district.manifest.Manifest.Act;
import id.pkh.district.manifest.Manifest.Chapter;
import id.pkh.district.outside.OutsideFailure;
import id.pkh.district.recount.Expectations;
import id.pkh.district.recount.ExpectedFamily;
import id.pkh.district.recount.Recount;
import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Plays a district's quarter over the REST interfaces of the services, from the first import to the
 * calculated payments. Then it reads all results back and compares them with the recount, family by
 * family.
 */
public final class Story {

    private final StoryConfig config;
    private final StoryListener listener;
    private final Findings findings = new Findings();
    private Identities identities;
    private long suspensionsProposed;
    private Decisions decisions;
    private WayBack wayBack;
    private Optional<OutsideScene> outside = Optional.empty();
    private Map<String, Object> staff = Map.of();

    public Story(StoryConfig config, StoryListener listener) {
        this.config = config;
        this.listener = listener;
    }

    /**
     * Never throws because of a service: anything that stops the story is a failure in its result.
     */
    public StoryResult play() {
        Map<String, Object> summary = Map.of();
        try {
            Manifest manifest = Manifest.read(config.input());
            Expectations expected = Recount.of(config.input(), manifest);
            Cast cast =
                    new Cast(
                            config.tokens(),
                            expected.villagesOfFacilitator(),
                            expected.facilitatorOfVillage());
            try (Stage stage = new Stage(config, cast)) {
                summary =
                        play(
                                new StoryContext(
                                        config.input(),
                                        manifest,
                                        expected,
                                        stage,
                                        cast,
                                        listener,
                                        findings));
            } finally {
                outside.ifPresent(OutsideScene::close);
            }
        } catch (StoryFailure | RefusedCall | OutsideFailure stopped) {
            findings.add("the story stopped: " + stopped.getMessage());
        } catch (IOException unreadable) {
            findings.add("the input cannot be read: " + unreadable.getMessage());
        }
        return new StoryResult(summary, findings.lines());
    }

    private Map<String, Object> play(StoryContext context) {
        Narrator narrator = new Narrator(listener);
        Sending sending = new Sending(config.input(), context.expected(), findings);
        Acts acts = new Acts(context, sending);
        for (Chapter chapter : context.manifest().chapters()) {
            narrator.chapter(chapter.title());
            for (Act act : chapter.acts()) {
                act(context, acts, narrator, act);
            }
            if (identities == null) {
                getAcquainted(context, narrator);
                staff = new StaffScene(context, narrator).play();
                outside = OutsideScene.begun(context, config, identities, narrator);
            }
        }
        Ending ending = new Ending(context, identities, narrator, decisions, wayBack);
        ending.readBack();
        ending.tellFamilies();
        Map<String, Object> afterwards = new LinkedHashMap<>(staff);
        afterwards.putAll(
                new MoneyScene(context, identities, narrator, ending.suspensionsApply()).play());
        outside.ifPresent(scene -> afterwards.putAll(scene.comeBack(standing(context))));
        afterwards.putAll(new HandOverScene(context, identities, narrator).play());
        afterwards.putAll(new NewcomerScene(context, config, narrator).play());
        narrator.chapter("The recount");
        narrator.say(
                findings.count() == 0
                        ? "The results of every family agree with the recount from the files."
                        : "Some results differ from the recount from the files:  "
                                + findings.count()
                                + ".");
        return ending.summary(suspensionsProposed, sending, afterwards);
    }

    private void act(StoryContext context, Acts acts, Narrator narrator, Act act) {
        switch (act.act()) {
            case "PERMIT_ROSTER" -> acts.permitRoster(act);
            case "IMPORT" -> acts.importFile(act);
            case "SHEETS", "FORMS" -> acts.folder(act);
            case "SEND_AGAIN" -> acts.sendAgain(act);
            case "NOT_HELD" -> acts.notHeld(act);
            case "CLOSE_MONTH" -> {
                acts.closeMonth(act);
                narrator.month(
                        new MeetingReadback(context, identities).read(act.month()),
                        standing(context),
                        act.month());
            }
            case "CLOSE_QUARTER" -> {
                acts.closeQuarter(act);
                quarter(context, narrator, act);
            }
            case "DECIDE" -> decide(context, act);
            case "CORRECT" -> {
                StandingSteps before = standing(context);
                outside.ifPresent(scene -> scene.goOffline(before));
                acts.correct(act);
                withdrawn(narrator, before, standing(context));
            }
            case "OPEN_CYCLE" -> acts.openCycle(act);
            case "CALCULATE" -> {
                acts.calculate(act);
                payments(context, narrator, act);
            }
            case "UNDO_TERMINATION" -> wayBack.undoTermination(act, standing(context));
            case "UPHOLD_APPEAL" -> wayBack.upholdAppeal(act);
            case "LIFT" -> wayBack.liftSuspension(act);
            default -> throw new StoryFailure("there is no implementation of the act " + act.act());
        }
    }

    private static StandingSteps standing(StoryContext context) {
        return new StandingSteps(context.stage(), context.cast());
    }

    /**
     * After the imports: maps identifiers to NIKs, and checks that no facilitator sees a family
     * outside their villages.
     */
    private void getAcquainted(StoryContext context, Narrator narrator) {
        context.stage().awaitQuiet("the imports");
        identities =
                new Identities(
                        context.stage().registry(context.cast().administrator()), context.cast());
        new Comparison(context, identities).registered();
        narrator.say("%,d families are registered.", identities.families());
        for (Map.Entry<String, String> village :
                context.expected().facilitatorOfVillage().entrySet()) {
            String code = village.getValue();
            String stranger =
                    identities.firstOutside(context.expected().villagesOfFacilitator().get(code));
            if (stranger != null) {
                PkhClient registry = context.stage().registry(context.cast().facilitator(code));
                int status =
                        Attempt.status(
                                () ->
                                        registry.call(
                                                FamiliesApi::new,
                                                families ->
                                                        families.getFamily(
                                                                UUID.fromString(stranger),
                                                                null,
                                                                null)));
                findings.equal("a family outside the villages of " + code, 404, status);
                narrator.say(
                        "Facilitator %s asks for a family of another kelurahan: %d, as if there"
                                + " were none.",
                        code, status);
                return;
            }
        }
    }

    private void quarter(StoryContext context, Narrator narrator, Act act) {
        Map<String, Integer> results = new HashMap<>();
        context.stage()
                .verification(context.cast().officer())
                .each(
                        CommitmentsApi::new,
                        (commitments, after) ->
                                commitments.listCommitments(
                                        after, null, Stage.PAGE, act.quarter(), null, null),
                        CommitmentPage::getItems,
                        CommitmentPage::getNext,
                        item ->
                                item.getMembers()
                                        .forEach(
                                                m ->
                                                        results.merge(
                                                                m.getResult().toString(),
                                                                1,
                                                                Integer::sum)));
        narrator.say(
                "Of the members' commitments %,d are met, %,d not met, %,d not verified; %,d are"
                        + " exempt and %,d not due this quarter.",
                results.getOrDefault("MET", 0),
                results.getOrDefault("NOT_MET", 0),
                results.getOrDefault("NOT_VERIFIED", 0),
                results.getOrDefault("EXEMPT", 0),
                results.getOrDefault("NOT_DUE", 0));
        StandingSteps standing = standing(context);
        narrator.steps(standing, act.quarter());
        new Comparison(context, identities)
                .steps("when the quarter closed", standing, ExpectedFamily::beforeCorrections);
    }

    private void decide(StoryContext context, Act act) {
        StandingSteps standing = standing(context);
        suspensionsProposed = standing.count(step -> StandingSteps.is(step, "SUSPENSION_PROPOSED"));
        decisions = new Decisions(context, identities);
        wayBack = new WayBack(context, identities, decisions);
        decisions.play(act, standing);
        new Comparison(context, identities).decisions(decisions.decided());
    }

    private void withdrawn(Narrator narrator, StandingSteps before, StandingSteps after) {
        for (Map.Entry<String, java.util.List<SanctionStep>> family : before.byKpm().entrySet()) {
            for (SanctionStep step : family.getValue()) {
                boolean stands =
                        after.of(family.getKey()).stream()
                                .anyMatch(s -> s.getStepId().equals(step.getStepId()));
                if (!stands) {
                    narrator.say(
                            "Family %s: the %s of %s is withdrawn.",
                            family.getKey(),
                            Narrator.words(step.getStep().toString()),
                            step.getPeriod());
                }
            }
        }
    }

    private void payments(StoryContext context, Narrator narrator, Act act) {
        Map<String, long[]> byStatus = new java.util.TreeMap<>();
        context.stage()
                .payments(
                        act.cycle(),
                        payment -> {
                            long[] sums =
                                    byStatus.computeIfAbsent(
                                            payment.getStatus().toString(), key -> new long[2]);
                            sums[0]++;
                            sums[1] += payment.getAmountIdr();
                        });
        byStatus.remove("NOT_ELIGIBLE");
        byStatus.forEach(
                (status, sums) ->
                        narrator.say(
                                "%s: %,d payments are %s, Rp%,d together.",
                                act.cycle(), sums[0], Narrator.words(status), sums[1]));
    }
}
