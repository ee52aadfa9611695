package id.pkh.contracts.verification;

import id.pkh.contracts.Event;
import java.util.UUID;

/** A step of the sanction ladder was issued to a family or withdrawn. */
public sealed interface LadderEvent extends Event permits LadderStepIssued, LadderStepWithdrawn {

    /** The step on the ladder. */
    UUID stepId();

    /** Beneficiary family. */
    UUID kpmId();

    /** Kemendagri village code, PP.KK.CC.VVVV. */
    String villageCode();

    /** The period that the signal belongs to: yyyy-MM or yyyy-Qn. */
    String period();

    /** Cause code, see {@code SanctionCauses}. */
    String cause();

    /** Rung reached; 1 is the lowest. */
    int rung();

    /** Number of periods in a row with this cause. */
    int running();

    /** FAMILY, FACILITATOR, SERVICE_POINT or NOBODY. */
    String attribution();
}
