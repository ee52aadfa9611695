package id.pkh.meeting.duty;

import id.pkh.platform.persistence.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Months that are closed for a group, with the facilitator who was responsible then. */
@ApplicationScoped
public class ClosedMonths {

    /**
     * A closed month of a group.
     *
     * @param facilitatorId null when no one was responsible
     */
    public record ClosedMonth(UUID facilitatorId) {

        public List<UUID> facilitators() {
            return facilitatorId == null ? List.of() : List.of(facilitatorId);
        }
    }

    private final Database database;

    ClosedMonths(Database database) {
        this.database = database;
    }

    /** Empty while the month is not closed for the group. */
    public Optional<ClosedMonth> of(UUID groupId, YearMonth month) {
        return database.query(
                "SELECT facilitator_id FROM group_month WHERE group_id = :group AND month = :month",
                q ->
                        q.bind("group", groupId)
                                .bind("month", month)
                                .map(database.rowsAs(ClosedMonth.class))
                                .findOne());
    }
}
