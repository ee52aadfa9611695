package id.pkh.verification.sanction;

import id.pkh.platform.security.AreaScope;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Decisions of officers, at most one per step. */
public interface Decisions {

    Optional<Decision> find(UUID decisionId);

    /** Only if the family lives in the areas of the reader. */
    Optional<Decision> find(UUID decisionId, AreaScope scope);

    Optional<Decision> onStep(UUID stepId);

    void add(Decision decision);

    /** Within the areas of the reader, oldest first. A filter that is null means any. */
    List<Decision> list(UUID kpmId, String village, AreaScope scope, UUID after, int limit);
}
