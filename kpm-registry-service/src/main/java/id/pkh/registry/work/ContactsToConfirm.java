package id.pkh.registry.work;

import id.pkh.platform.persistence.Database;
import id.pkh.platform.security.Roles;
import id.pkh.platform.work.WaitingRows;
import jakarta.inject.Singleton;
import java.util.Set;

/** Telephone numbers that wait for a second person. */
@Singleton
class ContactsToConfirm extends WaitingRows {

    ContactsToConfirm(Database database) {
        super(
                database,
                "CONTACT_TO_CONFIRM",
                Set.of(Roles.DATA_ADMINISTRATOR, Roles.MINISTRY_OFFICER));
    }

    @Override
    protected String areaColumn() {
        return "coalesce(k.village_code, c.area_code)";
    }

    @Override
    protected String sql(String visible) {
        return "SELECT due_on, id, kpm_id, village_code, '/api/v1/contact-changes/' || id || '/confirmation' AS href"
                + " FROM (SELECT (s.changed_at AT TIME ZONE 'Asia/Jakarta')::date AS due_on, s.change_id AS id, c.kpm_id,"
                + " coalesce(k.village_code, c.area_code) AS village_code"
                + " FROM contact c JOIN contact_change s ON s.change_id = c.waiting_change_id"
                + " LEFT JOIN kpm k ON k.id = c.kpm_id"
                + " WHERE c.waiting_change_id IS NOT NULL AND s.changed_by <> :subject AND "
                + visible
                + ") AS waiting WHERE (due_on, id) > (:from, :after) ORDER BY due_on, id LIMIT :limit";
    }
}
