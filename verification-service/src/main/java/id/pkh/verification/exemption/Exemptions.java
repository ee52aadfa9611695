package id.pkh.verification.exemption;

import id.pkh.platform.security.AreaScope;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Recorded exemptions. */
public interface Exemptions {

    void add(Exemption exemption);

    Optional<Exemption> find(UUID exemptionId);

    /** Only if the reader recorded it, or if it applies to a family in the reader's areas. */
    Optional<Exemption> find(UUID exemptionId, String reader, AreaScope areas);

    /** Whether a reason may be given for a scope, by the policy of the day. */
    boolean isReasonFor(String reasonCode, ExemptionScope scope, LocalDate day);

    /** Families that may be in the scope, in the order of their ids. */
    List<UUID> candidates(Exemption exemption, UUID after, int limit);

    long countCandidates(Exemption exemption);

    /**
     * @param scope null for any
     * @param recordedBy sees their own exemptions even before they apply to a family
     */
    List<Exemption> list(
            ExemptionScope scope, String recordedBy, AreaScope areas, UUID after, int limit);
}
