package id.pkh.verification.appeal.persistence;

import static id.pkh.platform.persistence.SqlArrays.codes;
import static id.pkh.platform.persistence.SqlArrays.uuids;

import id.pkh.platform.persistence.Database;
import id.pkh.verification.signal.SignalCollector;
import id.pkh.verification.signal.SignalSource;
import id.pkh.verification.signal.domain.Cause;
import id.pkh.verification.signal.domain.PeriodState;
import id.pkh.verification.signal.domain.VerificationPeriod;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;

/** An upheld appeal against a step makes the period exempt for its cause. */
@ApplicationScoped
class AppealSignalSource implements SignalSource {

    private record Upheld(UUID kpmId, Cause cause, String period) {}

    private final Database database;

    AppealSignalSource(Database database) {
        this.database = database;
    }

    @Override
    public void contribute(Collection<UUID> kpmIds, Set<Cause> causes, SignalCollector into) {
        database.query(
                        "SELECT kpm_id, cause, period FROM appeal"
                                + " WHERE kpm_id = ANY (:kpms) AND cause = ANY (:causes)"
                                + " AND step_id IS NOT NULL AND decision = 'UPHELD'",
                        q ->
                                q.bind("kpms", uuids(kpmIds))
                                        .bind("causes", codes(causes, cause -> cause))
                                        .map(database.rowsAs(Upheld.class))
                                        .list())
                .forEach(
                        upheld ->
                                into.add(
                                        upheld.kpmId(),
                                        upheld.cause(),
                                        PeriodState.exempt(
                                                VerificationPeriod.parse(upheld.period()),
                                                "APPEAL_UPHELD")));
    }
}
