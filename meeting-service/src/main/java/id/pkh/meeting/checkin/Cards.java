package id.pkh.meeting.checkin;

import com.github.f4b6a3.uuid.UuidCreator;
import id.pkh.meeting.Sha256;
import id.pkh.platform.persistence.Database;
import id.pkh.platform.persistence.SqlArrays;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The cards of families. A card is a family's, whatever its group. Its code is random, so its hash
 * needs no salt.
 */
@ApplicationScoped
class Cards {

    private final Database database;

    Cards(Database database) {
        this.database = database;
    }

    /** In the order of the families; one without a card has no times. */
    List<CardView> of(List<UUID> kpmIds) {
        return database.query(
                "SELECT f.kpm_id, c.issued_at, c.issued_by FROM unnest(:families) AS f (kpm_id)"
                        + " LEFT JOIN check_in_card c ON c.kpm_id = f.kpm_id AND c.replaced_at IS NULL"
                        + " ORDER BY f.kpm_id",
                q ->
                        q.bind("families", SqlArrays.uuids(kpmIds))
                                .map(database.rowsAs(CardView.class))
                                .list());
    }

    /** Whose card it is; empty for one that was replaced. */
    Optional<UUID> familyOf(String code) {
        return database.query(
                "SELECT kpm_id FROM check_in_card WHERE code_sha256 = :hash AND replaced_at IS NULL",
                q -> q.bind("hash", Sha256.of(code)).mapTo(UUID.class).findOne());
    }

    void replace(List<UUID> kpmIds, Instant now, String by) {
        database.update(
                "UPDATE check_in_card SET replaced_at = :now, replaced_by = :by"
                        + " WHERE kpm_id = ANY (:families) AND replaced_at IS NULL",
                u -> u.bind("families", SqlArrays.uuids(kpmIds)).bind("now", now).bind("by", by));
    }

    void add(UUID kpmId, String code, Instant now, String by) {
        database.update(
                "INSERT INTO check_in_card (id, kpm_id, code_sha256, issued_at, issued_by)"
                        + " VALUES (:id, :family, :hash, :now, :by)",
                u ->
                        u.bind("id", UuidCreator.getTimeOrderedEpoch())
                                .bind("family", kpmId)
                                .bind("hash", Sha256.of(code))
                                .bind("now", now)
                                .bind("by", by));
    }
}
