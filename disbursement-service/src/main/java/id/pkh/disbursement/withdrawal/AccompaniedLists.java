package id.pkh.disbursement.withdrawal;

import id.pkh.disbursement.withdrawal.domain.Companion;
import id.pkh.disbursement.withdrawal.domain.WithdrawalChannel;
import id.pkh.platform.security.AreaScope;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Attendance lists of accompanied withdrawals, in revisions that are only added. */
public interface AccompaniedLists {

    /** What a list states, apart from its families. */
    record ListFacts(
            String cycleCode,
            String villageCode,
            LocalDate heldOn,
            String place,
            WithdrawalChannel channel,
            Companion accompaniedBy) {}

    /** A family that was present, and what it received. */
    record PresentFamily(UUID paymentId, UUID kpmId, long amountIdr) {}

    /**
     * A revision of a list.
     *
     * @param firstListId the first revision of the same list
     * @param isLatest whether no later revision supersedes it
     */
    record AccompaniedList(
            UUID listId,
            UUID firstListId,
            int revision,
            boolean isLatest,
            ListFacts facts,
            int families,
            long amountIdr,
            String recordedBy,
            Instant recordedAt) {}

    /**
     * @param latest whether superseded revisions are left out
     * @param after the last list of the previous page; null for the first page
     */
    record Filter(
            String cycleCode,
            boolean latest,
            AreaScope area,
            AreaScope scope,
            UUID after,
            int limit) {}

    void add(AccompaniedList list, List<PresentFamily> families);

    /** Locks all revisions of the list, so that it is corrected by one person at a time. */
    Optional<AccompaniedList> lock(UUID listId);

    Optional<AccompaniedList> one(UUID listId);

    /** The families of a list, by their ids. */
    List<PresentFamily> families(UUID listId);

    /**
     * Lists in the order in which they were recorded; one more than the limit if there are more.
     */
    List<AccompaniedList> page(Filter filter);
}
