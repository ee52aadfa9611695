package id.pkh.verification.notice;

import id.pkh.verification.decision.Decision;
import id.pkh.verification.decision.domain.DecisionState;
import id.pkh.verification.decision.domain.Measure;
import id.pkh.verification.decision.domain.MoneyEffect;
import id.pkh.verification.sanction.domain.DueStep;
import id.pkh.verification.signal.domain.Attribution;
import id.pkh.verification.signal.domain.Cause;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Puts a notice together from sentences, so that every cause can be combined with every step of a
 * policy, and every measure with every state of a decision: what happened, what follows, what the
 * family can do, and until when it can appeal.
 */
final class ComposeNotice {

    private final NoticeTexts texts;

    ComposeNotice(NoticeTexts texts) {
        this.texts = texts;
    }

    /**
     * A member whose commitment is behind the step.
     *
     * @param windows the windows that failed; empty when the failure is of another kind
     */
    record FailedCommitment(String component, List<String> windows) {}

    /**
     * A decision and what else is in effect.
     *
     * @param isOtherInEffect whether another decision against the family is in effect: then lifting
     *     this one pays nothing yet
     */
    record FamilyDecision(Decision decision, boolean isOtherInEffect) {

        boolean isLifted() {
            return decision.isLifted();
        }
    }

    /** The notice of a step on which nothing is decided. */
    FamilyNotice step(
            DueStep due, List<FailedCommitment> failed, AppealTerm term, LocalDate today) {
        Map<String, String> values = values(due);
        List<String> paragraphs = new ArrayList<>();
        paragraphs.add(happened(due, failed, values));
        paragraphs.add(
                texts.of(
                        (due.isProtected() ? "follows.protected." : "follows.") + due.step(),
                        values));
        paragraphs.add(texts.of(doKey(due), values));
        return notice(stepTitle(due), paragraphs, term, today);
    }

    /** The notice of a step that was withdrawn, and perhaps of the decision that fell with it. */
    FamilyNotice withdrawn(DueStep due, FamilyDecision decision) {
        List<String> paragraphs = new ArrayList<>();
        paragraphs.add(texts.of("withdrawn", values(due)));
        if (decision != null && decision.isLifted()) {
            paragraphs.add(lifted(decision));
        }
        return notice(stepTitle(due), paragraphs, null, null);
    }

    /** The notice of a decision on a step. */
    FamilyNotice decided(
            DueStep due,
            FamilyDecision decision,
            List<FailedCommitment> failed,
            AppealTerm term,
            LocalDate today) {
        Map<String, String> values = values(due);
        List<String> paragraphs = new ArrayList<>();
        paragraphs.add(happened(due, failed, values));
        paragraphs.add(decided(decision, today));
        paragraphs.add(texts.of(doKey(due), values));
        return notice(stepTitle(due), paragraphs, termOf(decision, term), today);
    }

    /** The notice of a decision on a person's proposal. */
    FamilyNotice decided(FamilyDecision decision, AppealTerm term, LocalDate today) {
        return notice(
                "title.DECISION." + decision.decision().measure(),
                new ArrayList<>(List.of(decided(decision, today))),
                termOf(decision, term),
                today);
    }

    /** There is nothing to appeal against in what is over, or in the family's favour. */
    private static AppealTerm termOf(FamilyDecision decision, AppealTerm term) {
        return decision.isLifted() || !decision.decision().measure().isAgainstFamily()
                ? null
                : term;
    }

    private String happened(
            DueStep due, List<FailedCommitment> failed, Map<String, String> values) {
        StringBuilder text = new StringBuilder(texts.of("happened." + due.cause(), values));
        boolean isOfMembers = Cause.OF_COMMITMENTS.contains(due.cause());
        for (FailedCommitment commitment : failed) {
            text.append("\n- ").append(member(commitment));
        }
        if (isOfMembers && failed.isEmpty()) {
            text.append("\n- ").append(texts.of("component.other"));
        }
        if (due.running() > 1) {
            text.append(isOfMembers ? '\n' : ' ')
                    .append(
                            texts.of(
                                    "running." + (due.period().isQuarter() ? "quarter" : "month"),
                                    values));
        }
        return text.toString();
    }

    private String decided(FamilyDecision of, LocalDate today) {
        if (of.isLifted()) {
            return lifted(of);
        }
        Decision decision = of.decision();
        String text =
                texts.of(
                        "decided." + measure(decision),
                        Map.of("effective_from", Indonesian.date(dayOf(decision, today))));
        return decision.state() == DecisionState.TAKEN || decision.state() == DecisionState.STAYED
                ? text + " " + texts.of("state." + decision.state())
                : text;
    }

    /** What became of the decision, and what becomes of the money that it withheld. */
    private String lifted(FamilyDecision of) {
        Decision decision = of.decision();
        if (!decision.life().isInEffect()) {
            return texts.of("lifted.BEFORE_EFFECT");
        }
        boolean isUndone = decision.lift().reason().undoes() || decision.measure().isExit();
        return texts.of((isUndone ? "lifted." : "ended.") + measure(decision))
                + " "
                + texts.of(
                        "money."
                                + (of.isOtherInEffect()
                                        ? "OTHER_DECISION"
                                        : moneyAfter(decision, isUndone)));
    }

    private static String moneyAfter(Decision decision, boolean isUndone) {
        if (decision.measure() == Measure.INELIGIBLE) {
            return "ENTRY_CONTINUES";
        }
        if (decision.measure().isExit()) {
            return "EXIT_IS_UNDONE";
        }
        if (decision.effect() == MoneyEffect.HOLD) {
            return "HELD_IS_PAID";
        }
        return isUndone ? "LOST_IS_PAID" : "LOST_STAYS_LOST";
    }

    private static String measure(Decision decision) {
        return decision.effect() == MoneyEffect.NONE
                ? decision.measure().name()
                : decision.measure() + "." + decision.effect();
    }

    /**
     * The day from which the decision applies. As long as it was not delivered that is the earliest
     * one, and never a day in the past.
     */
    private static LocalDate dayOf(Decision decision, LocalDate today) {
        if (decision.delivery() != null) {
            return decision.delivery().effectDueOn();
        }
        return !decision.isAsRecorded() && decision.effectiveFrom().isBefore(today)
                ? today
                : decision.effectiveFrom();
    }

    private String member(FailedCommitment commitment) {
        String key = "component." + commitment.component();
        String component = texts.has(key) ? texts.of(key) : texts.of("component.other");
        return commitment.windows().isEmpty()
                ? component
                : component
                        + ": "
                        + Indonesian.list(
                                commitment.windows().stream().map(Indonesian::window).toList());
    }

    /**
     * What the family can do; this depends on whether the service point or the facilitator failed.
     */
    private String doKey(DueStep due) {
        String key = "do." + due.cause();
        return due.cause() == Cause.COMMITMENT_NOT_VERIFIED
                        && due.attribution() == Attribution.SERVICE_POINT
                ? key + ".SERVICE_POINT"
                : key;
    }

    private static Map<String, String> values(DueStep due) {
        Map<String, String> values = new HashMap<>();
        values.put("period", Indonesian.period(due.period()));
        values.put("running", Indonesian.number(due.running()));
        return values;
    }

    private static String stepTitle(DueStep due) {
        return due.isProtected() ? "title.protected" : "title." + due.step();
    }

    private FamilyNotice notice(
            String title, List<String> paragraphs, AppealTerm term, LocalDate today) {
        paragraphs.add(0, texts.of("greeting"));
        LocalDate until = null;
        if (term != null) {
            paragraphs.add(appeal(term, today));
            until = term.isOverOn(today) ? null : term.lastDay();
        }
        paragraphs.add(texts.of("closing"));
        return new FamilyNotice(texts.of(title), String.join("\n\n", paragraphs), until);
    }

    /** A day in the past is not a window, and the days begin with the delivery. */
    private String appeal(AppealTerm term, LocalDate today) {
        if (term.lastDay() == null) {
            return texts.of("appeal.undelivered", Map.of("days", String.valueOf(term.days())));
        }
        return texts.of(
                term.isOverOn(today) ? "appeal.over" : "appeal",
                Map.of("appeal_until", Indonesian.date(term.lastDay())));
    }
}
