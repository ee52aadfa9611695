package id.pkh.contracts.verification;

/** A step of the ladder is no longer in effect. */
public sealed interface LadderStepWithdrawn extends LadderEvent
        permits ReminderWithdrawn,
                SuspensionWarningWithdrawn,
                SuspensionProposalWithdrawn,
                TerminationProposalWithdrawn {

    /** Why it is withdrawn. */
    String reason();
}
