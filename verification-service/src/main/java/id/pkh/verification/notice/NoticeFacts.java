package id.pkh.verification.notice;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What notices state beside the step or the decision itself. */
public interface NoticeFacts {

    /**
     * The decisions against each family that are in effect now; families without one are left out.
     */
    Map<UUID, Set<UUID>> decisionsInEffect(Collection<UUID> kpmIds);
}
