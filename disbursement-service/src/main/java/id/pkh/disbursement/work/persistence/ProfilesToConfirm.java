package id.pkh.disbursement.work.persistence;

import id.pkh.platform.persistence.Database;
import id.pkh.platform.security.Roles;
import jakarta.inject.Singleton;
import java.util.Set;

/** Profiles of banks that read a whole sample, and that an approver has to confirm. */
@Singleton
class ProfilesToConfirm extends NationalRows {

    ProfilesToConfirm(Database database) {
        super(database, "PROFILE_TO_CONFIRM", Set.of(Roles.MINISTRY_APPROVER));
    }

    @Override
    protected String rows() {
        return "SELECT (p.entered_at AT TIME ZONE 'Asia/Jakarta')::date AS due_on, p.profile_id AS id,"
                + " NULL::text AS village_code,"
                + " '/api/v1/bank-profiles/' || p.profile_id || '/confirmation' AS href"
                + " FROM bank_profile p WHERE p.status = 'ENTERED' AND p.entered_by <> :subject"
                + " AND EXISTS (SELECT FROM bank_profile_trial t"
                + " WHERE t.profile_id = p.profile_id AND t.all_read)";
    }
}
