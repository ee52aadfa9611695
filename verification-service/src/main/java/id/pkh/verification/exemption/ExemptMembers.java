package id.pkh.verification.exemption;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;

/**
 * The families and members to which exemptions apply. Once an exemption applies to a family, the
 * family keeps it, wherever it moves.
 */
public interface ExemptMembers {

    /**
     * Applies an exemption to those of the families that are in its scope; returns those to which
     * it did not apply before.
     */
    Set<UUID> match(UUID exemptionId, Collection<UUID> kpmIds);

    /**
     * The same for every exemption that is not over yet, when a family is new, has moved or has
     * changed its school.
     */
    Set<UUID> matchOpenOnes(Collection<UUID> kpmIds);
}
