package id.pkh.verification.sanction;

import id.pkh.platform.security.AreaScope;
import id.pkh.verification.sanction.domain.Step;
import id.pkh.verification.signal.domain.Cause;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Steps as they are read, within the areas of the reader. */
public interface StepQueries {

    /** A step with the village where the family lives now. */
    record Seen(IssuedStep step, String villageCode) {}

    /**
     * Every part may be null, which means any.
     *
     * @param village village code, or the code of an area above it
     * @param active true: not withdrawn; false: withdrawn
     */
    record StepFilter(
            UUID kpmId, String village, String period, Cause cause, Step step, Boolean active) {}

    List<Seen> list(StepFilter filter, AreaScope scope, UUID after, int limit);

    Optional<Seen> find(UUID stepId, AreaScope scope);
}
