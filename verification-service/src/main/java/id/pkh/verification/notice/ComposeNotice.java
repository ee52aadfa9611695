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
    FamilyNotice withdrawn(DueStep due, Decision decision) {
        List<String> paragraphs = new ArrayList<>();
        paragraphs.add(texts.of("withdrawn", values(due)));
        if (decision != null && decision.isLifted()) {
            paragraphs.add(decided(decision));
        }
        return notice(stepTitle(due), paragraphs, null, null);
    }

    /** The notice of a decision on a step. */
    FamilyNotice decided(
            DueStep due,
            Decision decision,
            List<FailedCommitment> failed,
            AppealTerm term,
            LocalDate today) {
        Map<String, String> values = values(due);
        List<String> paragraphs = new ArrayList<>();
        paragraphs.add(happened(due, failed, values));
        paragraphs.add(decided(decision));
        paragraphs.add(texts.of(doKey(due), values));
        return notice(stepTitle(due), paragraphs, termOf(decision, term), today);
    }

    /** The notice of a decision on a person's proposal. */
    FamilyNotice decided(Decision decision, AppealTerm term, LocalDate today) {
        return notice(
                "title.DECISION." + decision.measure(),
                new ArrayList<>(List.of(decided(decision))),
                termOf(decision, term),
                today);
    }

    /** There is nothing to appeal against in what is over, or in the family's favour. */
    private static AppealTerm termOf(Decision decision, AppealTerm term) {
        return decision.isLifted() || !decision.measure().isAgainstFamily() ? null : term;
    }

    private String happened(
            DueStep due, List<FailedCommitment> failed, Map<String, String> values) {
        StringBuilder text = new StringBuilder(texts.of("happened." + due.cause(), values));
        if (due.running() > 1) {
            text.append(' ')
                    .append(
                            texts.of(
                                    "running." + (due.period().isQuarter() ? "quarter" : "month"),
                                    values));
        }
        for (FailedCommitment commitment : failed) {
            text.append("\n- ").append(member(commitment));
        }
        return text.toString();
    }

    private String decided(Decision decision) {
        String measure =
                decision.effect() == MoneyEffect.NONE
                        ? decision.measure().name()
                        : decision.measure() + "." + decision.effect();
        Map<String, String> values = Map.of("effective_from", Indonesian.date(dayOf(decision)));
        if (decision.isLifted()) {
            return texts.of(liftedKey(decision, measure), values);
        }
        String text = texts.of("decided." + measure, values);
        return decision.state() == DecisionState.TAKEN || decision.state() == DecisionState.STAYED
                ? text + " " + texts.of("state." + decision.state(), values)
                : text;
    }

    /** What becomes of the money depends on whether the decision is undone or only ended. */
    private static String liftedKey(Decision decision, String measure) {
        if (!decision.life().isInEffect()) {
            return "lifted.BEFORE_EFFECT";
        }
        return decision.measure() == Measure.SUSPEND && !decision.lift().reason().undoes()
                ? "ended." + measure
                : "lifted." + measure;
    }

    /** The day from which the decision applies, or the earliest one as long as that is open. */
    private static LocalDate dayOf(Decision decision) {
        return decision.delivery() == null
                ? decision.effectiveFrom()
                : decision.delivery().effectDueOn();
    }

    private String member(FailedCommitment commitment) {
        String key = "component." + commitment.component();
        String component =
                texts.has(key) ? texts.of(key, Map.of()) : texts.of("component.other", Map.of());
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
        paragraphs.add(0, texts.of("greeting", Map.of()));
        LocalDate until = null;
        if (term != null) {
            paragraphs.add(appeal(term, today));
            until = term.isOverOn(today) ? null : term.lastDay();
        }
        paragraphs.add(texts.of("closing", Map.of()));
        return new FamilyNotice(texts.of(title, Map.of()), String.join("\n\n", paragraphs), until);
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
