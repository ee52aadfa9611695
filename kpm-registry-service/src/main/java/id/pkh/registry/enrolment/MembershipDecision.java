package id.pkh.registry.enrolment;

import java.time.LocalDate;
import java.util.UUID;

/** A decision of the verification service on a family's membership, or the end of a decision. */
public sealed interface MembershipDecision {

    UUID decisionId();

    UUID kpmId();

    /** The first day on which it is in effect. */
    LocalDate on();

    /** Subject of the officer, or of the system. */
    String by();

    record Suspended(UUID decisionId, UUID kpmId, LocalDate on, String by)
            implements MembershipDecision {}

    record Lifted(UUID decisionId, UUID kpmId, LocalDate on, String by, String reason)
            implements MembershipDecision {}

    record Terminated(UUID decisionId, UUID kpmId, LocalDate on, String by)
            implements MembershipDecision {}
}
