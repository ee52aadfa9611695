package id.pkh.registry.work;

import id.pkh.platform.persistence.Database;
import id.pkh.platform.security.Roles;
import id.pkh.platform.work.WaitingRows;
import jakarta.inject.Singleton;
import java.util.Set;

/** Pairs of families that may be the same one, for the data administrators of both areas. */
@Singleton
class DuplicatesToDecide extends WaitingRows {

    DuplicatesToDecide(Database database) {
        super(database, "DUPLICATE_TO_DECIDE", Set.of(Roles.DATA_ADMINISTRATOR));
    }

    @Override
    protected String sql(String visible) {
        return "SELECT due_on, id, village_code, '/api/v1/duplicates/' || id AS href"
                + " FROM (SELECT (d.found_at AT TIME ZONE 'Asia/Jakarta')::date AS due_on,"
                + " d.pair_id AS id, own.village_code FROM duplicate_pair d"
                + " CROSS JOIN LATERAL (SELECT k.village_code FROM kpm k"
                + " WHERE k.id IN (d.first_kpm, d.second_kpm) AND "
                + visible
                + " ORDER BY k.id LIMIT 1) AS own WHERE d.state = 'OPEN') AS waiting"
                + " WHERE (due_on, id) > (:from, :after) AND :subject <> ''"
                + " ORDER BY due_on, id LIMIT :limit";
    }
}
