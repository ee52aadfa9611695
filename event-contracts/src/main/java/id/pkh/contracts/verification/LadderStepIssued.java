package id.pkh.contracts.verification;

import java.util.List;

/** A family reached a rung of the ladder. */
public sealed interface LadderStepIssued extends LadderEvent
        permits ReminderIssued, SuspensionWarningIssued, SuspensionProposed, TerminationProposed {

    /** True: no suspension can be proposed on it. */
    boolean isProtected();

    /** Reason codes. */
    List<String> reasons();

    /** The roles that are notified besides the family. */
    List<String> notified();

    /** The policy that the rung comes from. */
    String policyCode();

    /** Legal basis recorded with the policy. */
    String legalBasis();
}
