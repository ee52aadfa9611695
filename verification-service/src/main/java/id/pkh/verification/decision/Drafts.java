package id.pkh.verification.decision;

import id.pkh.platform.security.AreaScope;
import id.pkh.verification.decision.domain.DraftStatus;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Drafts of decisions. */
public interface Drafts {

    Optional<DecisionDraft> find(UUID draftId);

    /** Only if all its families live in the areas of the reader. */
    Optional<DecisionDraft> find(UUID draftId, AreaScope scope);

    /** Without their items, oldest first; those whose families all live in the reader's areas. */
    List<DecisionDraft> list(DraftStatus status, AreaScope scope, UUID after, int limit);

    /** The number of items of each draft. */
    Map<UUID, Integer> counts(Collection<UUID> draftIds);

    /** Steps and proposals that are in an open draft, with the draft. */
    Map<UUID, UUID> openWith(Collection<UUID> subjectIds);

    void add(DecisionDraft draft);

    void close(UUID draftId, DraftStatus status, String by, Instant at);

    void settle(UUID draftId, List<DecisionDraft.Item> items);
}
