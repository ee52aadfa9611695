package id.pkh.verification.wayback;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** A step of the ladder or a proposal of a person, and what happened to it, in the model. */
final class Matter {

    /** What the family said against it. */
    static final class Contest {
        final String by;
        final boolean isStaying;
        boolean isOpen = true;

        Contest(String by, boolean isStaying) {
            this.by = by;
            this.isStaying = isStaying;
        }
    }

    final String name;

    /** Null for the proposal of a person. */
    final String cause;

    final int period;
    final String step;

    /** The measure that can be taken; empty for a reminder or a warning. */
    final String measureProposed;

    final LocalDate earliest;
    final Set<String> witnesses = new TreeSet<>();
    final Set<LocalDate> triesOfStep = new HashSet<>();
    final Set<LocalDate> tries = new HashSet<>();

    boolean isGone;
    String preparedBy;
    String drafted;
    String draftedEffect;
    String decided;
    String effect;
    String decidedBy;
    LocalDate stepDeliveredOn;
    LocalDate deliveredOn;
    LocalDate dueOn;
    LocalDate inEffectFrom;
    boolean isEnded;
    String lifted;
    Contest onStep;
    Contest onDecision;

    Matter(
            String name,
            String cause,
            int period,
            String step,
            String measureProposed,
            LocalDate earliest) {
        this.name = name;
        this.cause = cause;
        this.period = period;
        this.step = step;
        this.measureProposed = measureProposed;
        this.earliest = earliest;
    }

    boolean isAgainstFamily() {
        return decided != null && !decided.equals("DISMISS") && !decided.equals("REINSTATE");
    }

    boolean isExit() {
        return isAgainstFamily() && !decided.equals("SUSPEND");
    }

    boolean isStayed() {
        return lifted == null
                && Stream.of(onStep, onDecision)
                        .anyMatch(each -> each != null && each.isOpen && each.isStaying);
    }

    boolean isInEffect() {
        return isAgainstFamily()
                && inEffectFrom != null
                && lifted == null
                && !isEnded
                && !isStayed();
    }

    String state() {
        if (decided == null) {
            return isGone ? "WITHDRAWN" : drafted == null ? "PROPOSED" : "PREPARED";
        }
        if (!isAgainstFamily()) {
            return "SETTLED";
        }
        if (lifted != null) {
            return "LIFTED";
        }
        if (isStayed()) {
            return "STAYED";
        }
        if (isEnded) {
            return "ENDED";
        }
        if (inEffectFrom != null) {
            return "IN_EFFECT";
        }
        return deliveredOn == null ? "TAKEN" : "NOTIFIED";
    }
}
