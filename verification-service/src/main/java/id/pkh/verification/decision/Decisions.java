package id.pkh.verification.decision;

import id.pkh.platform.security.AreaScope;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Decisions about families, at most one per step or proposal, and what happened to them since. */
public interface Decisions {

    Optional<Decision> find(UUID decisionId);

    /** Only if the family lives in the areas of the reader. */
    Optional<Decision> find(UUID decisionId, AreaScope scope);

    List<Decision> find(Collection<UUID> decisionIds);

    default Optional<Decision> onStep(UUID stepId) {
        return onSteps(List.of(stepId)).stream().findFirst();
    }

    List<Decision> onSteps(Collection<UUID> stepIds);

    /** Decisions against families on these steps that were not lifted. */
    List<Decision> notLiftedOn(Collection<UUID> stepIds);

    void add(List<Decision> decisions);

    void lift(Collection<UUID> decisionIds, Decision.Lift lift);

    void takeEffect(Decision decision, LocalDate from, LocalDate on, Instant at);

    void stay(UUID appealId, UUID decisionId, Instant at);

    /** Ends the stays by an appeal; returns the decisions that were stayed. */
    List<UUID> endStays(UUID appealId, Instant at);

    /** Delivered decisions whose day has come, neither stayed nor lifted, in the order of ids. */
    List<UUID> dueForEffect(LocalDate today, UUID after, int limit);

    /** Within the areas of the reader, oldest first. A filter that is null means any. */
    List<Decision> list(UUID kpmId, String village, AreaScope scope, UUID after, int limit);
}
