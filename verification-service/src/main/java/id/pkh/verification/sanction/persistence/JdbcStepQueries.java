package id.pkh.verification.sanction.persistence;

import id.pkh.platform.persistence.Conditions;
import id.pkh.platform.persistence.Database;
import id.pkh.platform.security.AreaScope;
import id.pkh.verification.VisibleAreas;
import id.pkh.verification.sanction.StepQueries;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.mapper.RowMapper;

/**
 * Reads by key, page by page. A family that moved is visible to those who are responsible for it
 * now.
 */
@ApplicationScoped
class JdbcStepQueries implements StepQueries {

    /** Where the family lives now; a family always exists here before it has a step. */
    private static final String VILLAGE = "coalesce(k.village_code, s.village_code)";

    private static final String STEPS =
            "SELECT s.*, "
                    + VILLAGE
                    + " AS current_village FROM sanction_step s LEFT JOIN kpm k USING (kpm_id) WHERE ";

    private final Database database;

    JdbcStepQueries(Database database) {
        this.database = database;
    }

    @Override
    public List<Seen> list(StepFilter filter, AreaScope scope, UUID after, int limit) {
        Conditions conditions =
                VisibleAreas.within("k.village_code", scope, filter.village())
                        .andIfGiven("s.kpm_id = ?", filter.kpmId())
                        .andIfGiven("s.period = ?", filter.period())
                        .andIfGiven("s.cause = ?", filter.cause())
                        .andIfGiven("s.step = ?", filter.step())
                        .andIfGiven("(s.withdrawn_at IS NULL) = ?", filter.active())
                        .andIfGiven("s.step_id > ?", after);
        return read(conditions, limit);
    }

    @Override
    public Optional<Seen> find(UUID stepId, AreaScope scope) {
        Conditions conditions = VisibleAreas.within(VILLAGE, scope).and("s.step_id = ?", stepId);
        return read(conditions, 1).stream().findFirst();
    }

    private List<Seen> read(Conditions conditions, int limit) {
        RowMapper<StepRow> steps = database.rowsAs(StepRow.class);
        return database.query(
                STEPS + conditions.sql() + " ORDER BY s.step_id LIMIT :limit",
                q ->
                        q.bindMap(conditions.values())
                                .bind("limit", limit)
                                .map(
                                        (row, context) ->
                                                new Seen(
                                                        steps.map(row, context).issued(),
                                                        row.getString("current_village")))
                                .list());
    }
}
