package id.pkh.registry.enrolment;

import java.time.LocalDate;
import java.util.UUID;

/** A decision taken in verification about a family's membership, or the end of one. */
public sealed interface MembershipDecision {

    UUID decisionId();

    UUID kpmId();

    /** The day from which it holds. */
    LocalDate on();

    /** Subject of the officer, or the system. */
    String by();

    record Suspended(UUID decisionId, UUID kpmId, LocalDate on, String by)
            implements MembershipDecision {}

    record Lifted(UUID decisionId, UUID kpmId, LocalDate on, String by, String reason)
            implements MembershipDecision {}

    record Terminated(UUID decisionId, UUID kpmId, LocalDate on, String by)
            implements MembershipDecision {}
}
