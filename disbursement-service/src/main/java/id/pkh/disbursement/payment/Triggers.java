package id.pkh.disbursement.payment;

import java.util.UUID;

/** The trigger of each family in a batch. */
@FunctionalInterface
public interface Triggers {
    Trigger of(UUID kpmId);
}
