package id.pkh.verification.appeal;

import id.pkh.platform.security.AreaScope;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Appeals, at most one per step and one per decision. */
public interface Appeals {

    Optional<Appeal> find(UUID appealId);

    /** Only if the family lives in the areas of the reader. */
    Optional<Appeal> find(UUID appealId, AreaScope scope);

    boolean isLodgedAgainstStep(UUID stepId);

    boolean isLodgedAgainstDecision(UUID decisionId);

    /**
     * Open appeals against a decision or the step that it is about, oldest first.
     *
     * @param stepId null when it is about a person's proposal
     */
    List<Appeal> openAgainst(UUID decisionId, UUID stepId);

    boolean isKnownGround(String grounds);

    void add(Appeal appeal);

    void decide(UUID appealId, AppealVerdict verdict);

    /**
     * @param isOpen null for any
     */
    List<Appeal> list(
            UUID kpmId, String village, Boolean isOpen, AreaScope scope, UUID after, int limit);

    /** Open appeals that should have been decided before this day and were not announced yet. */
    List<Appeal> overdue(LocalDate today, UUID after, int limit);

    /** Records that the office was reminded; false when that was done before. */
    boolean markAnnounced(Appeal overdue, Instant at);

    /** Open appeals that should have been decided before this day. */
    long countOverdue(LocalDate today);
}
