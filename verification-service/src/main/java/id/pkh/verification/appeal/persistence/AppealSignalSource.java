package id.pkh.verification.appeal.persistence;

import static id.pkh.verification.Database.column;
import static id.pkh.verification.Database.ids;

import id.pkh.verification.Database;
import id.pkh.verification.signal.SignalCollector;
import id.pkh.verification.signal.SignalSource;
import id.pkh.verification.signal.domain.Cause;
import id.pkh.verification.signal.domain.PeriodState;
import id.pkh.verification.signal.domain.VerificationPeriod;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;

/** An upheld appeal makes the period of its cause not count. */
@ApplicationScoped
class AppealSignalSource implements SignalSource {

    private record Upheld(UUID kpmId, Cause cause, VerificationPeriod period) {}

    private final Database database;

    AppealSignalSource(Database database) {
        this.database = database;
    }

    @Override
    public void contribute(Collection<UUID> kpmIds, Set<Cause> causes, SignalCollector into) {
        database.query(
                        "SELECT kpm_id, cause, period FROM appeal"
                                + " WHERE kpm_id = ANY (?) AND cause = ANY (?) AND decision = 'UPHELD'",
                        row ->
                                new Upheld(
                                        Database.id(row, "kpm_id"),
                                        Cause.valueOf(row.getString("cause")),
                                        VerificationPeriod.parse(row.getString("period"))),
                        ids(kpmIds),
                        column(causes, Cause::name))
                .forEach(
                        upheld ->
                                into.add(
                                        upheld.kpmId(),
                                        upheld.cause(),
                                        PeriodState.exempt(upheld.period(), "APPEAL_UPHELD")));
    }
}
