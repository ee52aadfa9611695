package id.pkh.verification.notice;

import id.pkh.verification.sanction.Decision;
import id.pkh.verification.sanction.domain.DueStep;
import id.pkh.verification.sanction.domain.MoneyEffect;
import id.pkh.verification.signal.domain.Attribution;
import id.pkh.verification.signal.domain.Cause;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Puts a notice together from sentences, so that every cause can be combined with every step of a
 * policy: what happened, what follows, what the family can do, and until when it can appeal.
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
     * @param decision the officer's decision; null while there is none
     */
    FamilyNotice compose(
            DueStep due,
            boolean isWithdrawn,
            Decision decision,
            List<FailedCommitment> failed,
            LocalDate appealUntil) {
        Map<String, String> values = values(due, appealUntil);
        List<String> paragraphs = new ArrayList<>();
        paragraphs.add(texts.of("greeting", values));
        if (isWithdrawn) {
            paragraphs.add(texts.of("withdrawn", values));
            return notice(due, values, paragraphs, null);
        }
        paragraphs.add(happened(due, failed, values));
        paragraphs.add(decision == null ? follows(due, values) : decided(decision, values));
        paragraphs.add(texts.of(doKey(due), values));
        paragraphs.add(texts.of("appeal", values));
        return notice(due, values, paragraphs, appealUntil);
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

    private String follows(DueStep due, Map<String, String> values) {
        return texts.of(
                (due.isProtected() ? "follows.protected." : "follows.") + due.step(), values);
    }

    private String decided(Decision decision, Map<String, String> values) {
        if (decision.isLifted()) {
            return texts.of("decided.LIFTED", values);
        }
        values.put("effective_from", Indonesian.date(decision.effectiveFrom()));
        String effect = decision.effect() == MoneyEffect.NONE ? "" : "." + decision.effect();
        return texts.of("decided." + decision.kind() + effect, values);
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

    private Map<String, String> values(DueStep due, LocalDate appealUntil) {
        Map<String, String> values = new HashMap<>();
        values.put("period", Indonesian.period(due.period()));
        values.put("running", Indonesian.number(due.running()));
        values.put("appeal_until", Indonesian.date(appealUntil));
        return values;
    }

    private FamilyNotice notice(
            DueStep due,
            Map<String, String> values,
            List<String> paragraphs,
            LocalDate appealUntil) {
        paragraphs.add(texts.of("closing", values));
        String title = due.isProtected() ? "title.protected" : "title." + due.step();
        return new FamilyNotice(
                texts.of(title, values), String.join("\n\n", paragraphs), appealUntil);
    }
}
