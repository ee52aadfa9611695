package id.pkh.registry.work;

import id.pkh.platform.persistence.Database;
import id.pkh.platform.security.Roles;
import id.pkh.platform.work.WaitingRows;
import jakarta.inject.Singleton;
import java.util.Set;

/** Complaints that the regency settles, or confirms the outcome of. */
@Singleton
class ComplaintsOfRegency extends WaitingRows {

    ComplaintsOfRegency(Database database) {
        super(database, "COMPLAINT_OF_REGENCY", Set.of(Roles.DATA_ADMINISTRATOR));
    }

    @Override
    protected String sql(String visible) {
        return ComplaintWork.sql(ComplaintWork.ofLevel(3), visible);
    }
}
