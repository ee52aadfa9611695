package id.pkh.disbursement.payment;

import java.util.UUID;

/** The occasion of each family in a batch. */
@FunctionalInterface
public interface Occasions {
    Occasion of(UUID kpmId);
}
