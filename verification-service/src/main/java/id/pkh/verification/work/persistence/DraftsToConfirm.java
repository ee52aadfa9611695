package id.pkh.verification.work.persistence;

import id.pkh.platform.persistence.Database;
import id.pkh.platform.security.Roles;
import jakarta.inject.Singleton;
import java.util.Set;

/** Open drafts that another officer has prepared, all of whose families the caller may see. */
@Singleton
class DraftsToConfirm extends FamilyRows {

    private static final String PREPARED_ON = "(d.prepared_at AT TIME ZONE 'Asia/Jakarta')::date";

    DraftsToConfirm(Database database) {
        super(database, "DRAFT_TO_CONFIRM", Set.of(Roles.MINISTRY_OFFICER));
    }

    @Override
    protected String sql(String visible) {
        return "SELECT "
                + PREPARED_ON
                + " AS due_on, d.draft_id AS id, NULL::text AS village_code,"
                + " '/api/v1/decision-drafts/' || d.draft_id || '/confirmation' AS href"
                + " FROM decision_draft d WHERE d.status = 'OPEN' AND d.prepared_by <> :subject AND ("
                + PREPARED_ON
                + ", d.draft_id) > (:from, :after) AND "
                + isWithin(visible)
                + " ORDER BY "
                + PREPARED_ON
                + ", d.draft_id LIMIT :limit";
    }

    /** As in the list of drafts: all families of the draft live in the areas of the caller. */
    private static String isWithin(String visible) {
        return visible.equals("true")
                ? visible
                : "EXISTS (SELECT FROM decision_draft_item i WHERE i.draft_id = d.draft_id)"
                        + " AND NOT EXISTS (SELECT FROM decision_draft_item i LEFT JOIN kpm k USING (kpm_id)"
                        + " WHERE i.draft_id = d.draft_id AND ("
                        + visible
                        + ") IS NOT TRUE)";
    }
}
