package id.pkh.registry.dataupdate;

import java.util.UUID;

/** What follows, in the same transaction, when every change of an update is accepted. */
public interface FollowsAcceptance {

    void accepted(UUID updateId, UUID kpmId);
}
