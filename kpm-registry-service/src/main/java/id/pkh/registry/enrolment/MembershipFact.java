package id.pkh.registry.enrolment;

import id.pkh.registry.family.domain.Measure;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A fact of the verification service about a decision on a family's membership. Facts about one
 * decision may arrive in any order and more than once.
 */
public sealed interface MembershipFact {

    UUID decisionId();

    UUID kpmId();

    /** The first day on which a change of the family's status that follows is in effect. */
    LocalDate on();

    /** Subject of the person who decided, or null if the fact names none. */
    String by();

    /** Reason code of a change of the family's status that follows. */
    String reason();

    private static String kind(Measure measure) {
        return switch (measure) {
            case SUSPEND -> "SUSPENSION";
            case TERMINATE -> "TERMINATION";
            default -> "EXIT";
        };
    }

    /**
     * A decision against a family was taken.
     *
     * @param preparedBy null in events of before, when one person decided
     * @param onNotice it takes effect with {@link TookEffect}, and not at once
     * @param sequence its place among the facts of the family
     */
    record Taken(
            UUID decisionId,
            UUID kpmId,
            Measure measure,
            LocalDate on,
            String preparedBy,
            String by,
            boolean onNotice,
            long sequence)
            implements MembershipFact {

        @Override
        public String reason() {
            return kind(measure) + "_DECIDED";
        }
    }

    /** The notice of a decision was delivered. */
    record TookEffect(UUID decisionId, UUID kpmId, Measure measure, LocalDate on, long sequence)
            implements MembershipFact {

        @Override
        public String by() {
            return null;
        }

        @Override
        public String reason() {
            return measure + "_IN_EFFECT";
        }
    }

    /** An appeal stays a decision, or the stay ended. */
    record Stay(UUID decisionId, UUID kpmId, UUID appealId, LocalDate on, boolean isEnded)
            implements MembershipFact {

        @Override
        public String by() {
            return null;
        }

        @Override
        public String reason() {
            return isEnded ? "STAY_ENDED" : "DECISION_STAYED";
        }
    }

    /** A decision ended, or counts as never made. */
    record Lifted(
            UUID decisionId,
            UUID kpmId,
            Measure measure,
            LocalDate on,
            String by,
            String liftReason)
            implements MembershipFact {

        @Override
        public String reason() {
            return kind(measure) + "_LIFTED";
        }
    }

    /** A family that had left comes back. */
    record Reinstated(
            UUID decisionId,
            UUID kpmId,
            LocalDate on,
            String preparedBy,
            String by,
            String reasonCode,
            long sequence)
            implements MembershipFact {

        @Override
        public String reason() {
            return "REINSTATED";
        }
    }
}
