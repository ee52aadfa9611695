package id.pkh.disbursement.withdrawal;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** The days on which groups withdraw, as they were announced to them. */
public interface WithdrawalDays {

    /**
     * A day of one group.
     *
     * @param sequence of the group: of two announcements the later one counts
     * @param cycleCode null when it is not known, or when an earlier announcement named it
     */
    record Announced(
            UUID planItemId,
            long sequence,
            String cycleCode,
            String villageCode,
            LocalDate plannedFor,
            boolean isCancelled) {}

    void record(List<Announced> days);
}
