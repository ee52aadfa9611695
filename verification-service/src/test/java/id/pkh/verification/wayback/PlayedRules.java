package id.pkh.verification.wayback;

import id.pkh.verification.appeal.domain.AppealRule;
import id.pkh.verification.attendance.domain.AttendanceFact;
import id.pkh.verification.attendance.domain.AttendanceMark;
import id.pkh.verification.attendance.domain.AttendanceSignals;
import id.pkh.verification.attendance.domain.MeetingKind;
import id.pkh.verification.decision.domain.DecisionLife;
import id.pkh.verification.decision.domain.DecisionRule;
import id.pkh.verification.decision.domain.LiftReason;
import id.pkh.verification.decision.domain.LiftRule;
import id.pkh.verification.decision.domain.Measure;
import id.pkh.verification.decision.domain.MoneyEffect;
import id.pkh.verification.decision.domain.NoticePolicy;
import id.pkh.verification.decision.domain.NoticeRoute;
import id.pkh.verification.decision.domain.Proposed;
import id.pkh.verification.exemption.domain.ExemptSpan;
import id.pkh.verification.membership.domain.ProposalKind;
import id.pkh.verification.sanction.domain.ActiveStep;
import id.pkh.verification.sanction.domain.CauseHistory;
import id.pkh.verification.sanction.domain.DueStep;
import id.pkh.verification.sanction.domain.SanctionLadders;
import id.pkh.verification.sanction.domain.StepDifference;
import id.pkh.verification.sanction.domain.StepKey;
import id.pkh.verification.signal.domain.Attribution;
import id.pkh.verification.signal.domain.Cause;
import id.pkh.verification.signal.domain.PeriodState;
import id.pkh.verification.signal.domain.SignalState;
import id.pkh.verification.signal.domain.VerificationPeriod;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One family to which the pure rules of the service are applied, as its use cases do. */
final class PlayedRules {

    /** What is known about a step or proposal, and the life of its decision. */
    private static final class Case {
        final UUID id;
        final DueStep due;
        final Proposed proposed;
        final ProposalKind kind;
        final LocalDate earliest;
        final Set<String> witnesses = new HashSet<>();
        boolean isWithdrawn;
        DecisionLife life;
        Measure measure;
        MoneyEffect effect;
        String preparedBy;
        String decidedBy;
        LocalDate stepDelivered;
        LocalDate delivered;
        LocalDate dueOn;
        LocalDate inEffectFrom;
        LiftReason lift;
        Set<LocalDate> stepTries = new HashSet<>();
        Set<LocalDate> tries = new HashSet<>();
        Complaint onStep;
        Complaint onDecision;

        Case(UUID id, DueStep due, Proposed proposed, ProposalKind kind, LocalDate earliest) {
            this.id = id;
            this.due = due;
            this.proposed = proposed;
            this.kind = kind;
            this.earliest = earliest;
            this.life = DecisionLife.proposed(true);
        }
    }

    /** An appeal, and whether it is the one that stays the decision now. */
    private static final class Complaint {
        final String lodgedBy;
        boolean isDecided;
        boolean isStaying;

        Complaint(String lodgedBy) {
            this.lodgedBy = lodgedBy;
        }
    }

    private final SanctionLadders ladders;
    private final NoticePolicy policy;
    private final int stepAppealDays;
    private LocalDate today;
    private final Map<String, Integer> revisions = new HashMap<>();
    private final Map<String, Map<Cause, PeriodState>> lists = new HashMap<>();
    private final Map<String, Set<String>> senders = new HashMap<>();
    private final Map<Cause, List<PeriodState>> exempt = new EnumMap<>(Cause.class);
    private final Map<String, Case> cases = new TreeMap<>();
    private int proposals;

    PlayedRules(SanctionLadders ladders, Terms terms, LocalDate today) {
        this.ladders = ladders;
        this.stepAppealDays = terms.stepAppealDays();
        this.today = today;
        this.policy =
                new NoticePolicy(
                        "NOTICE",
                        LocalDate.of(2018, 1, 1),
                        "model",
                        terms.routes().stream()
                                .map(NoticeRoute::valueOf)
                                .collect(Collectors.toSet()),
                        terms.daysUntilEffect(),
                        terms.attemptsUntilPosted(),
                        14,
                        terms.decisionAppealDays(),
                        14,
                        terms.stays(),
                        terms.isLiftByPerson(),
                        180);
    }

    /**
     * The refusal, or what was left out; empty when all went well.
     *
     * @param status of the family, which the registry derives
     */
    String play(Act act, String status) {
        Case subject = cases.get(act.subject());
        return switch (act.kind()) {
            case FACT -> arrive(act);
            case EXEMPT -> exempt(act);
            case PASS -> pass(act);
            case PROPOSE -> propose(act, status);
            case WITHDRAW -> {
                subject.isWithdrawn = true;
                yield "";
            }
            case PREPARE -> prepare(subject, act, status);
            case CONFIRM -> confirm(subject, act.by(), status);
            case DROP -> then(subject, DecisionLife.Act.DROP);
            case DELIVER_STEP -> deliverStep(subject, act);
            case DELIVER -> deliver(subject, act);
            case APPEAL_STEP -> appealAgainstStep(subject, act.by());
            case APPEAL -> appealAgainstDecision(subject, act.by());
            case DECIDE_STEP_APPEAL -> judge(subject, subject.onStep, act);
            case DECIDE_APPEAL -> judge(subject, subject.onDecision, act);
            case LIFT -> lift(subject, act);
        };
    }

    private static String then(Case subject, DecisionLife.Act act) {
        Optional<String> refusal = subject.life.refusal(act);
        if (refusal.isEmpty()) {
            subject.life = subject.life.after(act);
        }
        return refusal.orElse("");
    }

    private String arrive(Act act) {
        String[] place = act.subject().split("/");
        int revision = Integer.parseInt(act.word(0));
        Map<Cause, PeriodState> states =
                place[0].startsWith("COMMITMENT") ? ofQuarter(place, act) : ofMeeting(place, act);
        if (!act.by().isEmpty()) {
            senders.computeIfAbsent(place[0] + "/" + place[2], any -> new HashSet<>())
                    .add(act.by());
        }
        if (revisions.merge(act.subject(), revision, Math::max) == revision) {
            lists.put(act.subject(), states);
        }
        recompute(states.keySet(), LiftReason.CORRECTED_FACT);
        return "";
    }

    private static Map<Cause, PeriodState> ofMeeting(String[] place, Act act) {
        boolean isNotHeld = act.word(1).equals("NOT_HELD");
        return AttendanceSignals.of(
                new AttendanceFact(
                        YearMonth.of(2026, 1 + Integer.parseInt(place[2])),
                        MeetingKind.valueOf(place[0].equals("P2K2") ? "P2K2" : "GROUP_MEETING"),
                        AttendanceMark.of(act.word(1)),
                        isNotHeld ? "REASON" : null,
                        isNotHeld ? Attribution.of(act.word(2)) : Attribution.NOBODY));
    }

    private static Map<Cause, PeriodState> ofQuarter(String[] place, Act act) {
        Cause cause = Cause.valueOf(place[0]);
        int number = Integer.parseInt(place[2]);
        VerificationPeriod quarter = VerificationPeriod.quarter(2025 + number / 4, number % 4 + 1);
        SignalState state = SignalState.valueOf(act.word(1));
        Attribution whose =
                cause == Cause.COMMITMENT_NOT_MET ? Attribution.FAMILY : Attribution.SERVICE_POINT;
        return Map.of(
                cause,
                new PeriodState(
                        quarter,
                        state,
                        state == SignalState.SIGNAL ? whose : Attribution.NOBODY,
                        List.of()));
    }

    private String exempt(Act act) {
        ExemptSpan span =
                new ExemptSpan(LocalDate.parse(act.word(0)), LocalDate.parse(act.word(1)));
        for (YearMonth month : span.months()) {
            Cause.OF_MEETINGS.forEach(
                    cause ->
                            exempt(
                                    cause,
                                    PeriodState.exempt(VerificationPeriod.month(month), "X")));
        }
        recompute(Cause.OF_MEETINGS, LiftReason.CORRECTED_FACT);
        return "";
    }

    private void exempt(Cause cause, PeriodState state) {
        exempt.computeIfAbsent(cause, any -> new ArrayList<>()).add(state);
    }

    private CauseHistory history(Cause cause) {
        List<PeriodState> facts = new ArrayList<>(exempt.getOrDefault(cause, List.of()));
        lists.values().stream()
                .map(states -> states.get(cause))
                .filter(state -> state != null)
                .forEach(facts::add);
        return CauseHistory.of(cause, facts);
    }

    private void recompute(Collection<Cause> causes, LiftReason why) {
        List<DueStep> should = new ArrayList<>();
        causes.forEach(cause -> should.addAll(ladders.stepsThatFollowFrom(history(cause))));
        Map<UUID, Case> steps = new HashMap<>();
        cases.values().stream()
                .filter(each -> each.due != null && !each.isWithdrawn)
                .filter(each -> causes.contains(each.due.cause()))
                .forEach(each -> steps.put(each.id, each));
        StepDifference difference =
                StepDifference.between(
                        steps.values().stream()
                                .map(each -> new ActiveStep(each.id, each.due.key()))
                                .toList(),
                        should);
        for (ActiveStep step : difference.toWithdraw()) {
            Case gone = steps.get(step.stepId());
            gone.isWithdrawn = true;
            undo(gone, why);
        }
        difference.toIssue().forEach(this::issue);
    }

    private void issue(DueStep due) {
        StepKey key = due.key();
        String name = key.cause() + " " + key.period().text() + " " + key.rung() + " ";
        int before = (int) cases.keySet().stream().filter(each -> each.startsWith(name)).count();
        cases.put(
                name + before,
                new Case(
                        new UUID(0, cases.size()),
                        due,
                        Proposed.by(due.step()),
                        null,
                        DecisionRule.earliestDay(due.period())));
    }

    private static void undo(Case subject, LiftReason reason) {
        if (then(subject, DecisionLife.Act.LIFT).isEmpty()) {
            subject.lift = reason;
        }
    }

    private String pass(Act act) {
        today = today.plusDays(Integer.parseInt(act.detail()));
        cases.values().forEach(this::takeEffectIfDue);
        if (!policy.isComplianceLiftByPerson()) {
            cases.values().stream()
                    .filter(each -> metAgain(each).isPresent())
                    .forEach(each -> undo(each, LiftReason.COMMITMENT_MET));
        }
        return "";
    }

    private void takeEffectIfDue(Case subject) {
        if (subject.dueOn != null
                && !subject.dueOn.isAfter(today)
                && then(subject, DecisionLife.Act.TAKE_EFFECT).isEmpty()) {
            subject.inEffectFrom = subject.dueOn;
        }
    }

    private String propose(Act act, String status) {
        ProposalKind kind = ProposalKind.valueOf(act.word(0));
        if (!kind.fits(status)) {
            return "STATUS_DOES_NOT_FIT";
        }
        Case subject =
                new Case(
                        null,
                        null,
                        Proposed.valueOf(kind.name()),
                        kind,
                        LocalDate.parse(act.word(1)));
        subject.witnesses.add(act.by());
        cases.put(kind + " " + ++proposals, subject);
        return "";
    }

    private static DecisionRule.Matter matter(Case subject, String status) {
        return new DecisionRule.Matter(
                subject.proposed,
                subject.isWithdrawn,
                subject.life.isTaken(),
                subject.kind == null || subject.kind.fits(status),
                subject.onStep != null && !subject.onStep.isDecided);
    }

    private static String prepare(Case subject, Act act, String status) {
        Measure measure = Measure.valueOf(act.word(0));
        MoneyEffect effect = MoneyEffect.valueOf(act.word(1));
        Optional<String> refusal =
                DecisionRule.refusal(matter(subject, status), measure, effect)
                        .or(() -> subject.life.refusal(DecisionLife.Act.PREPARE));
        if (refusal.isEmpty()) {
            subject.life = subject.life.after(DecisionLife.Act.PREPARE);
            subject.measure = measure;
            subject.effect = effect;
            subject.preparedBy = act.by();
        }
        return refusal.orElse("");
    }

    private String confirm(Case subject, String person, String status) {
        Set<String> witnesses = new HashSet<>(subject.witnesses);
        if (subject.due != null) {
            witnesses.addAll(sendersBehind(subject.due));
        }
        Optional<String> refusal =
                subject.life
                        .refusal(DecisionLife.Act.CONFIRM)
                        .or(
                                () ->
                                        DecisionRule.refusalToConfirm(
                                                subject.preparedBy, witnesses, person));
        if (refusal.isPresent()) {
            return refusal.get();
        }
        Optional<String> leftOut =
                DecisionRule.refusal(matter(subject, status), subject.measure, subject.effect);
        if (leftOut.isPresent()) {
            subject.life = subject.life.after(DecisionLife.Act.DROP);
            return leftOut.get();
        }
        subject.life =
                DecisionLife.proposed(subject.measure.isAgainstFamily())
                        .after(DecisionLife.Act.PREPARE)
                        .after(DecisionLife.Act.CONFIRM);
        subject.decidedBy = person;
        if (subject.measure == Measure.REINSTATE) {
            cases.values().stream()
                    .filter(each -> each.life.isTaken() && each.measure.isExit())
                    .forEach(each -> then(each, DecisionLife.Act.END));
        }
        return "";
    }

    private Set<String> sendersBehind(DueStep due) {
        VerificationPeriod first = VerificationPeriod.quarter(2025, 1);
        int number = 0;
        if (due.period().isQuarter()) {
            for (VerificationPeriod each = first; !each.equals(due.period()); each = each.next()) {
                number++;
            }
        }
        return senders.getOrDefault(due.cause() + "/" + number, Set.of());
    }

    private String deliverStep(Case subject, Act act) {
        if (subject.isWithdrawn) {
            return "STEP_WITHDRAWN";
        }
        if (subject.stepDelivered != null) {
            return "NOTICE_ALREADY_DELIVERED";
        }
        if (act.word(1).equals("NOT_REACHED")) {
            subject.stepTries.add(today);
            return "";
        }
        Optional<String> refusal =
                policy.refusal(NoticeRoute.valueOf(act.word(0)), subject.stepTries.size());
        if (refusal.isEmpty()) {
            subject.stepDelivered = today;
        }
        return refusal.orElse("");
    }

    private String deliver(Case subject, Act act) {
        Optional<String> refusal = subject.life.refusal(DecisionLife.Act.DELIVER);
        if (refusal.isEmpty() && act.word(1).equals("NOT_REACHED")) {
            subject.tries.add(today);
            return "";
        }
        refusal =
                refusal.or(
                        () ->
                                policy.refusal(
                                        NoticeRoute.valueOf(act.word(0)), subject.tries.size()));
        if (refusal.isEmpty()) {
            then(subject, DecisionLife.Act.DELIVER);
            subject.delivered = today;
            subject.dueOn =
                    DecisionRule.effectiveFrom(subject.earliest, today, policy.daysUntilEffect());
            takeEffectIfDue(subject);
        }
        return refusal.orElse("");
    }

    private String appealAgainstStep(Case subject, String person) {
        Optional<String> refusal =
                AppealRule.refusalToLodge(
                        subject.isWithdrawn,
                        subject.onStep != null,
                        lastDay(subject.stepDelivered, stepAppealDays),
                        today);
        if (refusal.isEmpty()) {
            subject.onStep = new Complaint(person);
            stay(subject, subject.onStep);
        }
        return refusal.orElse("");
    }

    private String appealAgainstDecision(Case subject, String person) {
        Optional<String> refusal =
                subject.life
                        .refusal(DecisionLife.Act.LIFT)
                        .or(
                                () ->
                                        AppealRule.refusalToLodge(
                                                false,
                                                subject.onDecision != null,
                                                lastDay(
                                                        subject.delivered,
                                                        policy.decisionAppealDays()),
                                                today));
        if (refusal.isEmpty()) {
            subject.onDecision = new Complaint(person);
            stay(subject, subject.onDecision);
        }
        return refusal.orElse("");
    }

    private static LocalDate lastDay(LocalDate delivered, int days) {
        return delivered == null ? null : AppealRule.lastDay(delivered, days);
    }

    private void stay(Case subject, Complaint appeal) {
        appeal.isStaying =
                subject.life.isTaken()
                        && policy.isStayedByAppeal(subject.measure, subject.effect)
                        && then(subject, DecisionLife.Act.STAY).isEmpty();
    }

    private String judge(Case subject, Complaint appeal, Act act) {
        Set<String> deciders =
                subject.life.isTaken()
                        ? Set.copyOf(Arrays.asList(subject.preparedBy, subject.decidedBy))
                        : Set.of();
        Optional<String> refusal =
                AppealRule.refusalToDecide(appeal.isDecided, deciders, appeal.lodgedBy, act.by());
        if (refusal.isPresent()) {
            return refusal.get();
        }
        appeal.isDecided = true;
        if (act.detail().equals("REJECTED")) {
            endStay(subject, appeal);
            return "";
        }
        if (appeal == subject.onStep) {
            Cause cause = subject.due.cause();
            exempt(cause, PeriodState.exempt(subject.due.period(), "APPEAL_UPHELD"));
            recompute(Set.of(cause), LiftReason.APPEAL_UPHELD);
        }
        undo(subject, LiftReason.APPEAL_UPHELD);
        return "";
    }

    private void endStay(Case subject, Complaint appeal) {
        if (!appeal.isStaying) {
            return;
        }
        appeal.isStaying = false;
        if (then(subject, DecisionLife.Act.END_STAY).isEmpty()) {
            Stream.of(subject.onStep, subject.onDecision)
                    .filter(other -> other != null && !other.isDecided)
                    .findFirst()
                    .ifPresent(other -> stay(subject, other));
            takeEffectIfDue(subject);
        }
    }

    private static String lift(Case subject, Act act) {
        LiftReason reason = LiftReason.valueOf(act.detail());
        Optional<String> refusal =
                subject.life
                        .refusal(DecisionLife.Act.LIFT)
                        .or(
                                () ->
                                        LiftRule.refusal(
                                                subject.measure,
                                                reason,
                                                subject.preparedBy,
                                                subject.decidedBy,
                                                act.by()));
        if (refusal.isEmpty()) {
            undo(subject, reason);
        }
        return refusal.orElse("");
    }

    private Optional<VerificationPeriod> metAgain(Case subject) {
        boolean isSuspension =
                subject.due != null
                        && subject.life.isTaken()
                        && subject.measure == Measure.SUSPEND
                        && subject.life.isInEffect()
                        && !subject.life.isLifted();
        return isSuspension
                ? history(subject.due.cause()).metAgainAfter(subject.due.period())
                : Optional.empty();
    }

    private static String stateOf(Case subject) {
        return !subject.life.isTaken() && subject.isWithdrawn
                ? "WITHDRAWN"
                : subject.life.state().name();
    }

    /** Every step and proposal, by its name. */
    Map<String, String> state() {
        Map<String, String> lines = new HashMap<>();
        cases.forEach(
                (name, each) ->
                        lines.put(
                                name,
                                PageModel.lineOf(
                                        each.due == null ? "" : each.due.step(),
                                        stateOf(each),
                                        each.inEffectFrom,
                                        each.lift,
                                        metAgain(each).map(VerificationPeriod::text).orElse(""))));
        return lines;
    }
}
