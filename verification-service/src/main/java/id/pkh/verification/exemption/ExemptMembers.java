package id.pkh.verification.exemption;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;

/** Whom exemptions reach. Once reached, a family keeps what it was granted, wherever it moves. */
public interface ExemptMembers {

    /**
     * Lets an exemption reach those of the families that are in its scope; returns those newly
     * reached.
     */
    Set<UUID> match(UUID exemptionId, Collection<UUID> kpmIds);

    /**
     * The same for every exemption that is not over yet: a family is new, moved or changed its
     * school.
     */
    Set<UUID> matchOpenOnes(Collection<UUID> kpmIds);
}
