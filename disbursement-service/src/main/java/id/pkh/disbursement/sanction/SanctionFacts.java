package id.pkh.disbursement.sanction;

import id.pkh.disbursement.sanction.SanctionFact.DecisionLifted;
import id.pkh.disbursement.sanction.SanctionFact.DecisionTaken;
import id.pkh.disbursement.sanction.SanctionFact.StepIssued;
import id.pkh.disbursement.sanction.SanctionFact.StepWithdrawn;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Steps and decisions as far as they are known here. Each method takes what is newer than what is
 * known and says about which families that was.
 */
public interface SanctionFacts {

    Set<UUID> issue(List<StepIssued> facts);

    Set<UUID> withdraw(List<StepWithdrawn> facts);

    Set<UUID> decide(List<DecisionTaken> facts);

    Set<UUID> lift(List<DecisionLifted> facts);
}
