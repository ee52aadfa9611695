package id.pkh.verification.sanction;

import id.pkh.verification.signal.domain.Cause;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The steps of families and the decisions on them. */
public interface SanctionHistories {

    /**
     * Locks the families in the order of their ids until the transaction ends, and returns the
     * version of each. A decision about a family reads its facts after this.
     */
    Map<UUID, Long> lock(Collection<UUID> kpmIds);

    void saveVersions(Map<UUID, Long> versions);

    List<IssuedStep> active(Collection<UUID> kpmIds, Set<Cause> causes);

    Optional<IssuedStep> find(UUID stepId);

    List<IssuedStep> find(Collection<UUID> stepIds);

    void issue(List<IssuedStep> steps);

    void withdraw(Collection<UUID> stepIds, WithdrawalReason reason, LocalDate on, Instant at);
}
