package id.pkh.verification.sanction;

import java.util.Optional;
import java.util.UUID;

/** Decisions of officers, one at most for a step. */
public interface Decisions {

    Optional<Decision> find(UUID decisionId);

    Optional<Decision> onStep(UUID stepId);

    void add(Decision decision);

    void addLift(UUID decisionId, Decision.Lift lift);
}
