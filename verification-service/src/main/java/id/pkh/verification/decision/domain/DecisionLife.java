package id.pkh.verification.decision.domain;

import java.util.Optional;

/**
 * The life of what is decided about a family. A step or a person proposes it. One person prepares
 * the decision and another confirms it: it is taken. Then its notice is delivered, and from its day
 * on it is in effect. An open appeal may stay it, and it may be lifted at any time after it was
 * taken.
 */
public record DecisionLife(
        boolean isAgainstFamily,
        boolean isPrepared,
        boolean isTaken,
        boolean isDelivered,
        boolean isInEffect,
        boolean isStayed,
        boolean isLifted) {

    /** What may be done next, or happens. */
    public enum Act {
        PREPARE,
        CONFIRM,
        /** The draft is withdrawn, or the proposal is excluded from it. */
        DROP,
        DELIVER,
        TAKE_EFFECT,
        STAY,
        END_STAY,
        LIFT
    }

    public static DecisionLife proposed(boolean isAgainstFamily) {
        return new DecisionLife(isAgainstFamily, false, false, false, false, false, false);
    }

    public DecisionState state() {
        if (!isTaken) {
            return isPrepared ? DecisionState.PREPARED : DecisionState.PROPOSED;
        }
        if (!isAgainstFamily) {
            return DecisionState.SETTLED;
        }
        if (isLifted) {
            return DecisionState.LIFTED;
        }
        if (isStayed) {
            return DecisionState.STAYED;
        }
        if (isInEffect) {
            return DecisionState.IN_EFFECT;
        }
        return isDelivered ? DecisionState.NOTIFIED : DecisionState.TAKEN;
    }

    /** Why the act is not possible, as a reason code; empty when it is. */
    public Optional<String> refusal(Act act) {
        return Optional.ofNullable(isTaken ? whenTaken(act) : beforeTaken(act));
    }

    private String beforeTaken(Act act) {
        return switch (act) {
            case PREPARE -> isPrepared ? "ALREADY_PREPARED" : null;
            case CONFIRM, DROP -> isPrepared ? null : "NOT_PREPARED";
            default -> "NOT_DECIDED";
        };
    }

    private String whenTaken(Act act) {
        if (act == Act.PREPARE || act == Act.CONFIRM || act == Act.DROP) {
            return "ALREADY_DECIDED";
        }
        if (!isAgainstFamily) {
            return "DECISION_WITHOUT_EFFECT";
        }
        if (isLifted) {
            return "ALREADY_LIFTED";
        }
        return switch (act) {
            case DELIVER -> isDelivered ? "NOTICE_ALREADY_DELIVERED" : null;
            case TAKE_EFFECT -> refusalOfEffect();
            case STAY -> isStayed ? "ALREADY_STAYED" : null;
            case END_STAY -> isStayed ? null : "NOT_STAYED";
            default -> null;
        };
    }

    private String refusalOfEffect() {
        if (!isDelivered) {
            return "NOTICE_NOT_DELIVERED";
        }
        if (isStayed) {
            return "DECISION_STAYED";
        }
        return isInEffect ? "ALREADY_IN_EFFECT" : null;
    }

    /** The life after an act that is possible. */
    public DecisionLife after(Act act) {
        refusal(act)
                .ifPresent(
                        code -> {
                            throw new IllegalStateException(act + " is refused: " + code);
                        });
        return switch (act) {
            case PREPARE -> with(true, false, isDelivered, isInEffect, isStayed, isLifted);
            case CONFIRM -> with(false, true, isDelivered, isInEffect, isStayed, isLifted);
            case DROP -> with(false, false, isDelivered, isInEffect, isStayed, isLifted);
            case DELIVER -> with(isPrepared, isTaken, true, isInEffect, isStayed, isLifted);
            case TAKE_EFFECT -> with(isPrepared, isTaken, isDelivered, true, isStayed, isLifted);
            case STAY -> with(isPrepared, isTaken, isDelivered, isInEffect, true, isLifted);
            case END_STAY -> with(isPrepared, isTaken, isDelivered, isInEffect, false, isLifted);
            case LIFT -> with(isPrepared, isTaken, isDelivered, isInEffect, false, true);
        };
    }

    private DecisionLife with(
            boolean prepared,
            boolean taken,
            boolean delivered,
            boolean inEffect,
            boolean stayed,
            boolean lifted) {
        return new DecisionLife(
                isAgainstFamily, prepared, taken, delivered, inEffect, stayed, lifted);
    }
}
