package id.pkh.registry.family;

import id.pkh.platform.persistence.Database;
import id.pkh.platform.persistence.SqlArrays;
import id.pkh.registry.family.domain.Family;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * Families that are compared with others soon, because their persons or their account changed. They
 * are only noted in the transaction of the change, so a list of many families takes no longer.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class FamiliesToCompare {

    /** Another instance that takes some at the same moment takes others. */
    private static final String TAKE =
            "DELETE FROM kpm_to_compare WHERE mark_id = ANY (ARRAY(SELECT mark_id FROM kpm_to_compare"
                    + " ORDER BY mark_id LIMIT :limit FOR UPDATE SKIP LOCKED)) RETURNING kpm_id";

    private final Database database;

    FamiliesToCompare(Database database) {
        this.database = database;
    }

    void add(Collection<Family> changed) {
        database.copy(
                "kpm_to_compare (kpm_id)",
                changed.stream().filter(Family::isToCompare).toList(),
                (fields, family) -> fields.uuid(family.id()));
    }

    /** Takes the first of them out of the queue; each is returned once. */
    public List<UUID> take(int limit) {
        return database.query(TAKE, q -> q.bind("limit", limit).mapTo(UUID.class).list()).stream()
                .distinct()
                .toList();
    }

    /** The first of them, which stay in the queue. */
    public List<UUID> first(int limit) {
        return database
                .query(
                        "SELECT kpm_id FROM kpm_to_compare ORDER BY mark_id LIMIT :limit",
                        q -> q.bind("limit", limit).mapTo(UUID.class).list())
                .stream()
                .distinct()
                .toList();
    }

    /** Takes one family out of the queue. */
    public void remove(UUID family) {
        database.update(
                "DELETE FROM kpm_to_compare WHERE kpm_id = :family", u -> u.bind("family", family));
    }

    /**
     * Takes a family out of the queue that cannot be compared, and keeps why. It is compared again
     * when something of it changes.
     *
     * @param failure class of the failure, without its message, which may contain personal data
     */
    public void setAside(UUID family, String failure, Instant at) {
        remove(family);
        database.update(
                "INSERT INTO family_not_compared (kpm_id, failure, failed_at)"
                        + " VALUES (:family, :failure, :at) ON CONFLICT (kpm_id)"
                        + " DO UPDATE SET failure = excluded.failure, failed_at = excluded.failed_at",
                u -> u.bind("family", family).bind("failure", failure).bind("at", at));
    }

    /** These families were compared, so none of them is set aside any more. */
    public void compared(Collection<UUID> families) {
        if (!families.isEmpty()) {
            database.update(
                    "DELETE FROM family_not_compared WHERE kpm_id = ANY (:families)",
                    u -> u.bind("families", SqlArrays.uuids(families)));
        }
    }
}
