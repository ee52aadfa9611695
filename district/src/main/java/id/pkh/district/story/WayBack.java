package id.pkh.district.story;

import id.pkh.client.registry.FamiliesApi;
import id.pkh.client.verification.AppealsApi;
import id.pkh.client.verification.DecisionsApi;
import id.pkh.client.verification.MembershipProposalsApi;
import id.pkh.client.verification.model.AppealDecisionRequest;
import id.pkh.client.verification.model.AppealOutcome;
import id.pkh.client.verification.model.AppealRequest;
import id.pkh.client.verification.model.Decision;
import id.pkh.client.verification.model.DecisionLiftRequest;
import id.pkh.client.verification.model.LiftReason;
import id.pkh.client.verification.model.MembershipProposalRequest;
import id.pkh.client.verification.model.ProposalKind;
import id.pkh.district.manifest.Manifest.Act;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Decisions are undone: a family is terminated by mistake and comes back, an appeal is upheld, and
 * a suspension ends because the family fulfils its obligations again. Another officer decides than
 * those who decided before, and the money follows.
 */
final class WayBack {

    private final StoryContext context;
    private final Identities identities;
    private final Decisions decisions;
    private final Map<String, String> lifted = new HashMap<>();

    WayBack(StoryContext context, Identities identities, Decisions decisions) {
        this.context = context;
        this.identities = identities;
        this.decisions = decisions;
    }

    /** Why the decision about a family was lifted, by family. */
    Map<String, String> lifted() {
        return lifted;
    }

    long count(LiftReason reason) {
        return lifted.values().stream().filter(reason.getValue()::equals).count();
    }

    /** A facilitator reports the wrong family; it is terminated, and another officer undoes it. */
    void undoTermination(Act act, StandingSteps standing) {
        context.expected().families().values().stream()
                .filter(family -> family.active())
                .map(family -> identities.kpmOf(family.caretaker()))
                .filter(kpm -> kpm != null && standing.of(kpm).isEmpty())
                .min(Comparator.comparing(identities::caretakerOf))
                .ifPresent(kpm -> undoTermination(act, kpm));
    }

    private void undoTermination(Act act, String kpm) {
        String village = identities.villageOf(kpm);
        LocalDate day = context.manifest().day();
        UUID proposal =
                context.stage()
                        .verification(context.cast().facilitatorOf(village))
                        .call(
                                MembershipProposalsApi::new,
                                proposals ->
                                        proposals.proposeMembership(
                                                new MembershipProposalRequest()
                                                        .kpmId(UUID.fromString(kpm))
                                                        .kind(ProposalKind.TERMINATE)
                                                        .reasonCode("FALSE_DATA")
                                                        .evidenceReference("Visit report")
                                                        .effectiveOn(day)))
                        .getProposalId();
        UUID decision = decisions.terminate(kpm, proposal);
        context.stage().awaitQuiet("the termination");
        String whileAway = statusOf(kpm);
        List<String> moneyWhileAway = paymentsOf(kpm);
        context.findings().equal(kpm + ", status after the termination", "TERMINATED", whileAway);
        context.findings()
                .isTrue(
                        kpm + ": a family that left is paid: " + moneyWhileAway,
                        isAfterTheCycle(decision) || !moneyWhileAway.contains("PAYABLE"));
        lift(decision, LiftReason.OFFICER_ERROR, act.reason());
        lifted.put(kpm, LiftReason.OFFICER_ERROR.getValue());
        context.stage().awaitQuiet("the lift of the termination");
        context.listener()
                .step(
                        "  Family "
                                + kpm
                                + " is terminated by two officers because of a report about another"
                                + " family; its payment is gone. A third officer lifts the"
                                + " termination: the family is "
                                + Narrator.words(statusOf(kpm))
                                + ", and its payment is "
                                + words(paymentsOf(kpm))
                                + ".");
    }

    /** Then the exit concerns later cycles only. */
    private boolean isAfterTheCycle(UUID decision) {
        LocalDate from =
                context.stage()
                        .verification(context.cast().officer())
                        .call(DecisionsApi::new, all -> all.getDecision(decision))
                        .getInEffectFrom();
        return context.manifest()
                .act("OPEN_CYCLE")
                .map(cycle -> from.isAfter(LocalDate.parse(cycle.coversUntil())))
                .orElse(true);
    }

    void upholdAppeal(Act act) {
        suspendedOnce(0)
                .ifPresent(
                        kpm -> {
                            UUID decision = decisions.suspensionsOf(kpm).get(0);
                            String village = identities.villageOf(kpm);
                            UUID appeal =
                                    context.stage()
                                            .verification(context.cast().facilitatorOf(village))
                                            .call(
                                                    AppealsApi::new,
                                                    appeals ->
                                                            appeals.lodgeAppeal(
                                                                    new AppealRequest()
                                                                            .decisionId(decision)
                                                                            .grounds("EXCUSED")
                                                                            .statement(
                                                                                    act.reason())))
                                            .getAppealId();
                            context.stage()
                                    .verification(context.cast().reviewer())
                                    .call(
                                            AppealsApi::new,
                                            appeals ->
                                                    appeals.decideAppeal(
                                                            appeal,
                                                            new AppealDecisionRequest()
                                                                    .decision(AppealOutcome.UPHELD)
                                                                    .reason(act.reason())));
                            ended(kpm, LiftReason.APPEAL_UPHELD, "its appeal is upheld");
                        });
    }

    void liftSuspension(Act act) {
        suspendedOnce(1)
                .ifPresent(
                        kpm -> {
                            lift(
                                    decisions.suspensionsOf(kpm).get(0),
                                    LiftReason.COMMITMENT_MET,
                                    act.reason());
                            ended(
                                    kpm,
                                    LiftReason.COMMITMENT_MET,
                                    "it fulfils its obligations again");
                        });
    }

    /** The n-th family, by the NIK of its caretaker, that one suspension holds. */
    private Optional<String> suspendedOnce(int n) {
        return decisions.decided().keySet().stream()
                .filter(kpm -> decisions.suspensionsOf(kpm).size() == 1)
                .filter(
                        kpm ->
                                !isLifted(decisions.suspensionsOf(kpm).get(0))
                                        || lifted.containsKey(kpm))
                .sorted(Comparator.comparing(identities::caretakerOf))
                .skip(n)
                .findFirst();
    }

    private boolean isLifted(UUID decision) {
        Decision now =
                context.stage()
                        .verification(context.cast().officer())
                        .call(DecisionsApi::new, all -> all.getDecision(decision));
        return now.getLift() != null;
    }

    private void lift(UUID decision, LiftReason reason, String note) {
        context.stage()
                .verification(context.cast().reviewer())
                .call(
                        DecisionsApi::new,
                        all ->
                                all.liftDecision(
                                        decision,
                                        new DecisionLiftRequest().reason(reason).note(note)));
    }

    private void ended(String kpm, LiftReason reason, String why) {
        lifted.put(kpm, reason.getValue());
        context.stage().awaitQuiet("the lift of a suspension");
        context.listener()
                .step(
                        "  The suspension of family "
                                + kpm
                                + " is lifted, because "
                                + why
                                + "; its payment is "
                                + words(paymentsOf(kpm))
                                + ".");
    }

    private String statusOf(String kpm) {
        return context.stage()
                .registry(context.cast().administrator())
                .call(
                        FamiliesApi::new,
                        families -> families.getFamily(UUID.fromString(kpm), null, null))
                .getStatus()
                .toString();
    }

    private List<String> paymentsOf(String kpm) {
        List<String> statuses = new ArrayList<>();
        context.manifest()
                .acts("OPEN_CYCLE")
                .forEach(
                        cycle ->
                                context.stage()
                                        .payments(
                                                cycle.cycle(),
                                                payment -> {
                                                    if (payment.getKpmId().toString().equals(kpm)) {
                                                        statuses.add(
                                                                payment.getStatus().toString());
                                                    }
                                                }));
        return statuses;
    }

    private static String words(List<String> statuses) {
        return statuses.isEmpty() ? "none" : Narrator.words(statuses.get(0));
    }
}
