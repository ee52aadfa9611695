package id.pkh.verification.quarter;

import id.pkh.platform.security.AreaScope;
import id.pkh.verification.signal.domain.VerificationPeriod;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Closings, one per quarter and area. */
public interface QuarterClosings {

    /** Prevents other transactions from planning the same closing until this one ends. */
    void lock(VerificationPeriod quarter, String areaCode);

    Optional<QuarterClosing> find(VerificationPeriod quarter, String areaCode);

    Optional<QuarterClosing> find(UUID closingId);

    void add(QuarterClosing closing);

    List<QuarterClosing> list(AreaScope areas, UUID after, int limit);

    /** Families that have commitments: active or suspended, in these areas. */
    long countFamilies(AreaScope areas);

    List<UUID> families(AreaScope areas, UUID after, int limit);
}
