package id.pkh.verification.sanction;

import id.pkh.contracts.Event;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What follows when steps are withdrawn, such as the end of a decision that was made on one. */
public interface StepWithdrawals {

    /**
     * Called in the transaction that withdraws the steps, while their families are locked.
     *
     * @param villages where the families live, as far as known
     * @return the events to publish directly after the withdrawal of each step
     */
    Map<UUID, List<Event>> follow(
            Collection<UUID> stepIds,
            Map<UUID, String> villages,
            WithdrawalReason why,
            Instant now);
}
