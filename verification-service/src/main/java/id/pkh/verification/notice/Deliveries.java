package id.pkh.verification.notice;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The attempts to bring notices to families; at most one of them is a delivery. */
public interface Deliveries {

    /** A step or decision that was not delivered in time, and since when it waits. */
    record Undelivered(String subject, UUID subjectId, UUID kpmId, LocalDate since) {}

    List<DeliveryAttempt> ofStep(UUID stepId);

    List<DeliveryAttempt> ofDecision(UUID decisionId);

    /**
     * The day from which appeals against each step count. A step whose notice was not delivered is
     * left out; a step from before notices were needed counts from its issue.
     */
    Map<UUID, LocalDate> appealsCountFrom(Collection<UUID> stepIds);

    void add(DeliveryAttempt attempt);

    /** Waiting since this day or longer, and not announced yet; in the order of the ids. */
    List<Undelivered> undelivered(LocalDate since, UUID after, int limit);

    /** Those of the steps and decisions that were not delivered and not announced. */
    List<Undelivered> stillUndelivered(Collection<UUID> subjectIds);

    /** The families of steps and decisions. */
    Set<UUID> familiesOf(Collection<UUID> subjectIds);

    /** Steps and decisions that were announced and are still not delivered. */
    long countUndelivered();

    /** Records that the coordinator was notified; false when that was done before. */
    boolean markAnnounced(Undelivered undelivered);
}
