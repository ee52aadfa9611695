package id.pkh.disbursement.work.persistence;

import id.pkh.platform.persistence.Database;
import id.pkh.platform.security.Roles;
import id.pkh.platform.work.WaitingRows;
import jakarta.inject.Singleton;
import java.util.Set;

/** Families of the sample whom a person who did not report about the payment has to ask. */
@Singleton
class FamiliesToAsk extends WaitingRows {

    FamiliesToAsk(Database database) {
        super(
                database,
                "FAMILY_TO_ASK",
                Set.of(Roles.COORDINATOR, Roles.DATA_ADMINISTRATOR, Roles.MINISTRY_OFFICER));
    }

    @Override
    protected String areaColumn() {
        return "o.village_code";
    }

    @Override
    protected String sql(String visible) {
        return "SELECT o.waits_since AS due_on, o.payment_id AS id,"
                + " (SELECT p.kpm_id FROM payment p WHERE p.payment_id = o.payment_id) AS kpm_id, o.village_code,"
                + " '/api/v1/payments/' || o.payment_id || '/call-backs' AS href FROM open_call_back o"
                + " WHERE (o.waits_since, o.payment_id) > (:from, :after)"
                + " AND NOT EXISTS (SELECT FROM withdrawal_report r WHERE r.payment_id = o.payment_id"
                + " AND r.reported_by = :subject OFFSET 0) AND "
                + visible
                + " ORDER BY o.waits_since, o.payment_id LIMIT :limit";
    }
}
