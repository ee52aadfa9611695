package id.pkh.disbursement.work.persistence;

import id.pkh.platform.persistence.Database;
import id.pkh.platform.security.Roles;
import jakarta.inject.Singleton;
import java.util.Set;

/** Documents of the treasury that an officer recorded, and that an approver has to approve. */
@Singleton
class Sp2dsToApprove extends NationalRows {

    Sp2dsToApprove(Database database) {
        super(database, "SP2D_TO_APPROVE", Set.of(Roles.MINISTRY_APPROVER));
    }

    @Override
    protected String rows() {
        return "SELECT (s.recorded_at AT TIME ZONE 'Asia/Jakarta')::date AS due_on, s.sp2d_id AS id,"
                + " NULL::text AS village_code, '/api/v1/sp2d/' || s.sp2d_id || '/approval' AS href"
                + " FROM sp2d s WHERE s.status = 'RECORDED' AND s.recorded_by <> :subject";
    }
}
