package id.pkh.verification.appeal;

import id.pkh.platform.security.AreaScope;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Appeals, at most one per step. */
public interface Appeals {

    Optional<Appeal> find(UUID appealId);

    /** Only if the family lives in the areas of the reader. */
    Optional<Appeal> find(UUID appealId, AreaScope scope);

    boolean isLodgedAgainst(UUID stepId);

    void add(Appeal appeal);

    void decide(UUID appealId, AppealVerdict verdict);

    /**
     * @param isOpen null for any
     */
    List<Appeal> list(
            UUID kpmId, String village, Boolean isOpen, AreaScope scope, UUID after, int limit);
}
