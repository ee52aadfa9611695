package id.pkh.verification.decision.domain;

import id.pkh.verification.signal.domain.VerificationPeriod;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/** What can be decided, by which people, and from which day it applies. */
public final class DecisionRule {

    private DecisionRule() {}

    /**
     * What is put before the people who decide, as it is now.
     *
     * @param isFitting whether the family's status still fits what is proposed
     * @param isAppealed whether an appeal against it is open
     */
    public record Matter(
            Proposed proposed,
            boolean isWithdrawn,
            boolean isDecided,
            boolean isFitting,
            boolean isAppealed) {}

    /** Why the measure cannot be taken, as a reason code; empty when it can be. */
    public static Optional<String> refusal(Matter matter, Measure measure, MoneyEffect effect) {
        if (matter.proposed() == Proposed.NOTHING) {
            return Optional.of("STEP_NOT_A_PROPOSAL");
        }
        if (matter.isWithdrawn()) {
            return Optional.of(
                    isOfLadder(matter.proposed()) ? "STEP_WITHDRAWN" : "PROPOSAL_WITHDRAWN");
        }
        if (matter.isDecided()) {
            return Optional.of("ALREADY_DECIDED");
        }
        if (!matter.proposed().permits(measure)) {
            return Optional.of("DECISION_DOES_NOT_FIT");
        }
        boolean touchesMoney = effect != MoneyEffect.NONE;
        if (touchesMoney != (measure == Measure.SUSPEND)) {
            return Optional.of("EFFECT_DOES_NOT_FIT");
        }
        if (measure != Measure.DISMISS && !matter.isFitting()) {
            return Optional.of("STATUS_DOES_NOT_FIT");
        }
        return matter.isAppealed() ? Optional.of("APPEAL_OPEN") : Optional.empty();
    }

    private static boolean isOfLadder(Proposed proposed) {
        return proposed == Proposed.SUSPENSION || proposed == Proposed.TERMINATION;
    }

    /**
     * Why a person cannot confirm a draft; empty when they can.
     *
     * @param witnesses the people who recorded the evidence or the proposals
     */
    public static Optional<String> refusalToConfirm(
            String preparedBy, Set<String> witnesses, String person) {
        if (person.equals(preparedBy)) {
            return Optional.of("DECISION_SAME_PERSON");
        }
        return witnesses.contains(person) ? Optional.of("DECISION_BY_WITNESS") : Optional.empty();
    }

    /** The earliest day of a decision on a step: the first day after its period. */
    public static LocalDate earliestDay(VerificationPeriod period) {
        return period.next().firstDay();
    }

    /** The day from which a decision applies: never before its notice was delivered. */
    public static LocalDate effectiveFrom(
            LocalDate earliest, LocalDate deliveredOn, int daysUntilEffect) {
        LocalDate afterNotice = deliveredOn.plusDays(daysUntilEffect);
        return afterNotice.isAfter(earliest) ? afterNotice : earliest;
    }
}
