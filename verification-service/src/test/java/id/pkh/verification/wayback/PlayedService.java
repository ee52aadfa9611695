package id.pkh.verification.wayback;

import id.pkh.platform.security.AreaScope;
import id.pkh.testsupport.rows.Rows;
import id.pkh.verification.appeal.AppealChannel;
import id.pkh.verification.appeal.AppealOutcome;
import id.pkh.verification.appeal.DecideAppeal;
import id.pkh.verification.appeal.LodgeAppeal;
import id.pkh.verification.attendance.RecordMeetings;
import id.pkh.verification.decision.ConfirmDraft;
import id.pkh.verification.decision.Decision;
import id.pkh.verification.decision.DecisionDraft;
import id.pkh.verification.decision.DecisionEffects;
import id.pkh.verification.decision.Decisions;
import id.pkh.verification.decision.LiftDecision;
import id.pkh.verification.decision.PrepareDraft;
import id.pkh.verification.decision.WithdrawDraft;
import id.pkh.verification.decision.domain.DeliveryOutcome;
import id.pkh.verification.decision.domain.LiftReason;
import id.pkh.verification.decision.domain.Measure;
import id.pkh.verification.decision.domain.MoneyEffect;
import id.pkh.verification.decision.domain.NoticeRoute;
import id.pkh.verification.membership.ProposeMembership;
import id.pkh.verification.membership.WithdrawProposal;
import id.pkh.verification.membership.domain.ProposalKind;
import id.pkh.verification.notice.RecordDelivery;
import id.pkh.verification.support.Deciding;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Lets the acts of a schedule happen through the use cases of the service. */
@ApplicationScoped
class PlayedService {

    private static final AreaScope EVERYWHERE = AreaScope.everywhere();
    private static final int MANY = 100_000;

    private final RecordMeetings meetings;
    private final ProposeMembership propose;
    private final WithdrawProposal withdrawProposal;
    private final PrepareDraft prepare;
    private final ConfirmDraft confirm;
    private final WithdrawDraft withdrawDraft;
    private final RecordDelivery deliver;
    private final LodgeAppeal lodge;
    private final DecideAppeal judge;
    private final LiftDecision lift;
    private final DecisionEffects effects;
    private final Decisions decisions;
    private final Rows rows;

    PlayedService(
            RecordMeetings meetings,
            ProposeMembership propose,
            WithdrawProposal withdrawProposal,
            PrepareDraft prepare,
            ConfirmDraft confirm,
            WithdrawDraft withdrawDraft,
            RecordDelivery deliver,
            LodgeAppeal lodge,
            DecideAppeal judge,
            LiftDecision lift,
            DecisionEffects effects,
            Decisions decisions,
            Rows rows) {
        this.meetings = meetings;
        this.propose = propose;
        this.withdrawProposal = withdrawProposal;
        this.prepare = prepare;
        this.confirm = confirm;
        this.withdrawDraft = withdrawDraft;
        this.deliver = deliver;
        this.lodge = lodge;
        this.judge = judge;
        this.lift = lift;
        this.effects = effects;
        this.decisions = decisions;
        this.rows = rows;
    }

    /** The lists of several families arrive at once. */
    void arrive(Map<PlayedFamily, Act> facts) {
        meetings.handle(
                facts.entrySet().stream()
                        .map(each -> each.getKey().list(each.getValue()))
                        .toList());
    }

    /** The decisions of the families whose day has come take effect. */
    void letTimeAct(List<PlayedFamily> families) {
        Set<UUID> theirs = new HashSet<>();
        families.forEach(family -> theirs.addAll(family.decisions.values()));
        effects.takeEffect(effects.due(null, MANY).stream().filter(theirs::contains).toList());
    }

    /** What was left out of a draft, as its code; else empty. */
    String play(PlayedFamily family, Act act) {
        UUID subject = family.subjects.get(act.subject());
        UUID decision = family.decisions.get(act.subject());
        switch (act.kind()) {
            case PROPOSE -> propose(family, act);
            case WITHDRAW -> withdraw(family, act, subject);
            case PREPARE -> prepare(family, act, subject);
            case CONFIRM -> {
                return confirm(family, act);
            }
            case DROP -> {
                String[] draft = family.drafts.remove(act.subject());
                withdrawDraft.handle(UUID.fromString(draft[0]), act.by(), EVERYWHERE);
            }
            case DELIVER_STEP -> deliver.ofStep(delivery(family, act, subject));
            case DELIVER -> deliver.ofDecision(delivery(family, act, decision));
            case APPEAL_STEP ->
                    family.appealsOnSteps.put(
                            act.subject(), lodge.againstStep(appeal(act, subject)).appealId());
            case APPEAL ->
                    family.appealsOnDecisions.put(
                            act.subject(), lodge.againstDecision(appeal(act, decision)).appealId());
            case DECIDE_STEP_APPEAL -> judge(act, family.appealsOnSteps.get(act.subject()));
            case DECIDE_APPEAL -> judge(act, family.appealsOnDecisions.get(act.subject()));
            case LIFT ->
                    lift.handle(
                            new LiftDecision.Command(
                                    decision,
                                    LiftReason.valueOf(act.detail()),
                                    "model",
                                    act.by(),
                                    EVERYWHERE));
            default -> throw new IllegalArgumentException(act.toString());
        }
        return "";
    }

    private void propose(PlayedFamily family, Act act) {
        UUID proposal =
                propose.handle(
                                new ProposeMembership.Command(
                                        family.kpm,
                                        ProposalKind.valueOf(act.word(0)),
                                        Deciding.reasonOf(act.word(0)),
                                        "model",
                                        "letter book, page 1",
                                        LocalDate.parse(act.word(1)),
                                        act.by(),
                                        EVERYWHERE))
                        .proposalId();
        // the model has named it already
        family.model.matters().stream()
                .filter(matter -> matter.cause == null)
                .map(matter -> matter.name)
                .filter(name -> !family.subjects.containsKey(name))
                .forEach(name -> family.subjects.put(name, proposal));
    }

    /** Only the person who proposed it can withdraw it. */
    private void withdraw(PlayedFamily family, Act act, UUID proposal) {
        family.model.matters().stream()
                .filter(matter -> matter.name.equals(act.subject()))
                .flatMap(matter -> matter.witnesses.stream())
                .forEach(person -> withdrawProposal.handle(proposal, person, EVERYWHERE));
    }

    private void prepare(PlayedFamily family, Act act, UUID subject) {
        boolean isStep = act.subject().split(" ").length > 2;
        DecisionDraft draft =
                prepare.handle(
                        new PrepareDraft.Command(
                                isStep ? List.of(subject) : List.of(),
                                isStep ? List.of() : List.of(subject),
                                Measure.valueOf(act.word(0)),
                                MoneyEffect.valueOf(act.word(1)),
                                Deciding.reasonOf(act.word(0)),
                                "model",
                                act.by(),
                                EVERYWHERE));
        family.drafts.put(act.subject(), new String[] {draft.draftId().toString(), draft.hash()});
    }

    private String confirm(PlayedFamily family, Act act) {
        String[] draft = family.drafts.remove(act.subject());
        DecisionDraft.Item item =
                confirm.handle(
                                new ConfirmDraft.Command(
                                        UUID.fromString(draft[0]),
                                        draft[1],
                                        Map.of(),
                                        act.by(),
                                        EVERYWHERE))
                        .items()
                        .get(0);
        if (item.decisionId() != null) {
            family.decisions.put(act.subject(), item.decisionId());
        }
        return item.refusalCode() == null ? "" : item.refusalCode();
    }

    private static RecordDelivery.Command delivery(PlayedFamily family, Act act, UUID subject) {
        return new RecordDelivery.Command(
                subject,
                DeliveryOutcome.valueOf(act.word(1)),
                NoticeRoute.valueOf(act.word(0)),
                family.model.today(),
                null,
                "letter book, page 2",
                false,
                act.by(),
                EVERYWHERE);
    }

    private static LodgeAppeal.Command appeal(Act act, UUID subject) {
        return new LodgeAppeal.Command(
                subject, AppealChannel.HOTLINE, "OTHER", "model", null, act.by(), EVERYWHERE);
    }

    private void judge(Act act, UUID appeal) {
        judge.handle(
                new DecideAppeal.Command(
                        appeal,
                        AppealOutcome.valueOf(act.detail()),
                        "model",
                        act.by(),
                        EVERYWHERE));
    }

    /**
     * The ids of steps, by the names that the model gives them: the n-th of its kind is called n.
     */
    void nameSteps(List<PlayedFamily> families) {
        Map<String, PlayedFamily> byId = new HashMap<>();
        families.forEach(family -> byId.put(family.kpm.toString(), family));
        Map<String, Integer> seen = new HashMap<>();
        for (String line : lines(families, "kpm_id, cause, period, rung, step_id")) {
            String[] words = line.split(" ");
            String name = words[1] + " " + words[2] + " " + words[3] + " ";
            int before = seen.merge(words[0] + name, 1, Integer::sum) - 1;
            byId.get(words[0]).subjects.put(name + before, UUID.fromString(words[4]));
        }
    }

    private List<String> lines(List<PlayedFamily> families, String columns) {
        return rows.lines(
                "SELECT "
                        + columns
                        + " FROM sanction_step s WHERE kpm_id = ANY (string_to_array(?, ',')::uuid[])"
                        + " ORDER BY step_id",
                String.join(",", families.stream().map(each -> each.kpm.toString()).toList()));
    }

    /** What the service has recorded about a family, in the words of the model. */
    Map<String, String> state(PlayedFamily family) {
        Map<String, String> steps = new HashMap<>();
        rows.lines(
                        "SELECT step_id, step, withdrawn_at IS NOT NULL FROM sanction_step WHERE kpm_id = ?"
                                + " UNION ALL SELECT proposal_id, '', status = 'WITHDRAWN' FROM membership_proposal"
                                + " WHERE kpm_id = ?",
                        family.kpm,
                        family.kpm)
                .forEach(line -> steps.put(line.substring(0, 36), line.substring(37)));
        Map<String, String> again = new HashMap<>();
        rows.lines(
                        "SELECT decision_id, period FROM lift_proposal WHERE kpm_id = ? AND withdrawn_at IS NULL",
                        family.kpm)
                .forEach(line -> again.put(line.substring(0, 36), line.substring(37)));
        Map<String, String> state = new HashMap<>();
        family.subjects.forEach(
                (name, id) ->
                        state.put(name, lineOf(family, name, steps.get(id.toString()), again)));
        return state;
    }

    private String lineOf(
            PlayedFamily family, String name, String step, Map<String, String> again) {
        String kind = step.substring(0, step.lastIndexOf(' '));
        UUID decisionId = family.decisions.get(name);
        if (decisionId == null) {
            String state =
                    step.endsWith(" t")
                            ? "WITHDRAWN"
                            : family.drafts.containsKey(name) ? "PREPARED" : "PROPOSED";
            return PageModel.lineOf(kind, state, null, null, "");
        }
        Decision decision = decisions.find(decisionId).orElseThrow();
        return PageModel.lineOf(
                kind,
                decision.state(),
                decision.inEffectFrom(),
                decision.isLifted() ? decision.lift().reason() : null,
                decision.isLifted() ? "" : again.getOrDefault(decisionId.toString(), ""));
    }
}
