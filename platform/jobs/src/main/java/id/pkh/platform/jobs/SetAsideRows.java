package id.pkh.platform.jobs;

import id.pkh.platform.persistence.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** The items that jobs have set aside. */
@ApplicationScoped
class SetAsideRows {

    private final Database database;

    SetAsideRows(Database database) {
        this.database = database;
    }

    void add(UUID jobId, String item, String reason) {
        database.update(
                "INSERT INTO job_set_aside VALUES (:id, :item, :reason, clock_timestamp())",
                u -> u.bind("id", jobId).bind("item", item).bind("reason", reason));
    }

    List<Jobs.SetAside> list(UUID jobId, String after, int limit) {
        return database.query(
                "SELECT item, reason, set_aside_at FROM job_set_aside"
                        + " WHERE job_id = :id AND item > :after ORDER BY item LIMIT :limit",
                q ->
                        q.bind("id", jobId)
                                .bind("after", after)
                                .bind("limit", limit)
                                .map(database.rowsAs(Jobs.SetAside.class))
                                .list());
    }

    /** Takes an item back for this transaction; false when it is not set aside any more. */
    boolean takeBack(UUID jobId, String item) {
        int taken =
                database.update(
                        "DELETE FROM job_set_aside WHERE job_id = :id AND item = :item",
                        u -> u.bind("id", jobId).bind("item", item));
        if (taken == 1) {
            database.update(
                    "UPDATE job SET items_set_aside = items_set_aside - 1, items_done = items_done + 1"
                            + " WHERE job_id = :id",
                    u -> u.bind("id", jobId));
        }
        return taken == 1;
    }
}
