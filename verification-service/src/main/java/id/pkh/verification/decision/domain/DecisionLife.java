package id.pkh.verification.decision.domain;

import java.util.Optional;

/**
 * The life of what is decided about a family. A step or a person proposes it. One person prepares
 * the decision and another confirms it: it is taken. Then its notice is delivered, and from its day
 * on it is in effect. An open appeal may stay it, and it may be lifted at any time after it was
 * taken. When a family that left is reinstated, its exits end.
 */
public record DecisionLife(
        boolean isAgainstFamily,
        boolean isPrepared,
        boolean isTaken,
        boolean isDelivered,
        boolean isInEffect,
        boolean isStayed,
        boolean isEnded,
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
        /** The family is reinstated; only exits end with it. */
        END,
        LIFT
    }

    public static DecisionLife proposed(boolean isAgainstFamily) {
        return new DecisionLife(isAgainstFamily, false, false, false, false, false, false, false);
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
        if (isEnded) {
            return DecisionState.ENDED;
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
            case END -> refusalOfEnd();
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

    /** An exit that takes effect after the reinstatement is another one. */
    private String refusalOfEnd() {
        if (!isInEffect) {
            return "NOT_IN_EFFECT";
        }
        return isEnded ? "ALREADY_ENDED" : null;
    }

    /** The life after an act that is possible. */
    public DecisionLife after(Act act) {
        refusal(act)
                .ifPresent(
                        code -> {
                            throw new IllegalStateException(act + " is refused: " + code);
                        });
        return switch (act) {
            case PREPARE -> notTaken(true);
            case DROP -> notTaken(false);
            case CONFIRM ->
                    new DecisionLife(
                            isAgainstFamily, false, true, false, false, false, false, false);
            case DELIVER -> taken(true, isInEffect, isStayed, isEnded, false);
            case TAKE_EFFECT -> taken(isDelivered, true, isStayed, isEnded, false);
            case STAY -> taken(isDelivered, isInEffect, true, isEnded, false);
            case END_STAY -> taken(isDelivered, isInEffect, false, isEnded, false);
            case END -> taken(isDelivered, isInEffect, isStayed, true, false);
            case LIFT -> taken(isDelivered, isInEffect, false, isEnded, true);
        };
    }

    private DecisionLife notTaken(boolean prepared) {
        return new DecisionLife(
                isAgainstFamily, prepared, false, false, false, false, false, false);
    }

    private DecisionLife taken(
            boolean delivered, boolean inEffect, boolean stayed, boolean ended, boolean lifted) {
        return new DecisionLife(
                isAgainstFamily, false, true, delivered, inEffect, stayed, ended, lifted);
    }
}
