package id.pkh.disbursement.sanction;

import id.pkh.disbursement.sanction.SanctionFact.DecisionLifted;
import id.pkh.disbursement.sanction.SanctionFact.DecisionStay;
import id.pkh.disbursement.sanction.SanctionFact.DecisionTaken;
import id.pkh.disbursement.sanction.SanctionFact.DecisionTookEffect;
import id.pkh.disbursement.sanction.SanctionFact.MembershipRestored;
import id.pkh.disbursement.sanction.SanctionFact.StepIssued;
import id.pkh.disbursement.sanction.SanctionFact.StepWithdrawn;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Steps and decisions as this service has recorded them. Each method records the facts that are
 * newer than the recorded ones and returns the families that they are about.
 */
public interface SanctionFacts {

    Set<UUID> issue(List<StepIssued> facts);

    Set<UUID> withdraw(List<StepWithdrawn> facts);

    Set<UUID> decide(List<DecisionTaken> facts);

    Set<UUID> takeEffect(List<DecisionTookEffect> facts);

    Set<UUID> stay(List<DecisionStay> facts);

    Set<UUID> reinstate(List<MembershipRestored> facts);

    Set<UUID> lift(List<DecisionLifted> facts);
}
