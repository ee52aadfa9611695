package id.pkh.systemtests;

import id.pkh.client.verification.AppealsApi;
import id.pkh.client.verification.DecisionsApi;
import id.pkh.client.verification.ExemptionsApi;
import id.pkh.client.verification.SanctionStepsApi;
import id.pkh.client.verification.model.AppealDecisionRequest;
import id.pkh.client.verification.model.AppealOutcome;
import id.pkh.client.verification.model.AppealRequest;
import id.pkh.client.verification.model.DecisionDraft;
import id.pkh.client.verification.model.DecisionDraftConfirmation;
import id.pkh.client.verification.model.DecisionDraftRequest;
import id.pkh.client.verification.model.DecisionLiftRequest;
import id.pkh.client.verification.model.ExemptionRequest;
import id.pkh.client.verification.model.ExemptionScope;
import id.pkh.client.verification.model.LiftProposal;
import id.pkh.client.verification.model.LiftReason;
import id.pkh.client.verification.model.Measure;
import id.pkh.client.verification.model.MoneyEffect;
import id.pkh.client.verification.model.SanctionStep;
import id.pkh.client.verification.model.Step;
import id.pkh.district.story.Cast;
import id.pkh.district.story.Stage;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What officers decide about the families, by two, and what families contest. */
final class YearOffice {

    private static final Map<Measure, String> REASONS =
            Map.of(
                    Measure.SUSPEND, "OBLIGATION_NOT_MET",
                    Measure.TERMINATE, "REPEATED_BREACH",
                    Measure.DISMISS, "EXCUSED");

    private final Stage stage;
    private final Cast cast;
    private final YearVillage village;
    private final Map<String, UUID> decisions = new HashMap<>();
    private final Map<String, UUID> appeals = new HashMap<>();

    YearOffice(Stage stage, Cast cast, YearVillage village) {
        this.stage = stage;
        this.cast = cast;
        this.village = village;
    }

    /** One officer prepares and another one confirms the measure on the proposals of a period. */
    void decide(Measure measure, MoneyEffect effect, Step proposal, String period) {
        DecisionDraftRequest request =
                new DecisionDraftRequest()
                        .stepIds(
                                proposals(proposal, period).stream()
                                        .map(SanctionStep::getStepId)
                                        .toList())
                        .measure(measure)
                        .effect(effect)
                        .reasonCode(REASONS.get(measure))
                        .note("After reading the file of the family");
        DecisionDraft draft =
                stage.verification(cast.officer())
                        .call(DecisionsApi::new, office -> office.prepareDecisions(request));
        stage.verification(cast.secondOfficer())
                .call(
                        DecisionsApi::new,
                        office ->
                                office.confirmDecisions(
                                        draft.getDraftId(),
                                        new DecisionDraftConfirmation().hash(draft.getHash())))
                .getItems()
                .forEach(
                        item ->
                                decisions.put(
                                        village.nameOf(item.getKpmId().toString()),
                                        item.getDecisionId()));
    }

    private List<SanctionStep> proposals(Step proposal, String period) {
        return stage.verification(cast.officer())
                .call(
                        SanctionStepsApi::new,
                        steps ->
                                steps.listSanctionSteps(
                                        null,
                                        null,
                                        null,
                                        Stage.PAGE,
                                        period,
                                        true,
                                        proposal,
                                        YearVillage.CODE))
                .getItems();
    }

    /** The facilitator lodges the appeal of a family against the latest decision about it. */
    void appeal(String family) {
        appeals.put(
                family,
                stage.verification(cast.facilitatorOf(YearVillage.CODE))
                        .call(
                                AppealsApi::new,
                                office ->
                                        office.lodgeAppeal(
                                                new AppealRequest()
                                                        .decisionId(decisions.get(family))
                                                        .grounds("EXCUSED")
                                                        .statement("The child was ill at home")))
                        .getAppealId());
    }

    /** An officer who had no part in the decision. */
    void decideAppeal(String family, AppealOutcome outcome) {
        stage.verification(cast.reviewer())
                .call(
                        AppealsApi::new,
                        office ->
                                office.decideAppeal(
                                        appeals.get(family),
                                        new AppealDecisionRequest()
                                                .decision(outcome)
                                                .reason("After asking the neighbours")));
    }

    /** Families whose suspension is proposed to end, with the period that shows why. */
    List<String> liftProposals() {
        return stage
                .verification(cast.officer())
                .call(
                        DecisionsApi::new,
                        office ->
                                office.listLiftProposals(
                                        null, null, Stage.PAGE, true, YearVillage.CODE))
                .getItems()
                .stream()
                .map(this::written)
                .toList();
    }

    private String written(LiftProposal proposal) {
        return village.nameOf(proposal.getKpmId().toString()) + " " + proposal.getPeriod();
    }

    void lift(String family) {
        stage.verification(cast.reviewer())
                .call(
                        DecisionsApi::new,
                        office ->
                                office.liftDecision(
                                        decisions.get(family),
                                        new DecisionLiftRequest()
                                                .reason(LiftReason.COMMITMENT_MET)
                                                .note("Comes to the meetings again")));
    }

    /** A disaster in the village. */
    void exempt(String from, String until) {
        stage.verification(cast.coordinator(YearVillage.SUB_DISTRICT))
                .call(
                        ExemptionsApi::new,
                        office ->
                                office.recordExemption(
                                        new ExemptionRequest()
                                                .scope(ExemptionScope.AREA)
                                                .scopeCode(YearVillage.CODE)
                                                .from(LocalDate.parse(from))
                                                .until(LocalDate.parse(until))
                                                .reasonCode("DISASTER")
                                                .legalBasis("Decree of the mayor")));
    }
}
