package id.pkh.verification.compliance.persistence;

import static id.pkh.verification.Database.ids;

import id.pkh.verification.Database;
import id.pkh.verification.signal.SignalCollector;
import id.pkh.verification.signal.SignalSource;
import id.pkh.verification.signal.domain.Attribution;
import id.pkh.verification.signal.domain.Cause;
import id.pkh.verification.signal.domain.PeriodState;
import id.pkh.verification.signal.domain.SignalState;
import id.pkh.verification.signal.domain.VerificationPeriod;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Collections;
import java.util.Set;
import java.util.UUID;

/** The assessments that stand, as the ladder's facts. */
@ApplicationScoped
class ComplianceSignalSource implements SignalSource {

    private record Quarter(UUID kpmId, PeriodState notMet, PeriodState notVerified) {}

    private final Database database;

    ComplianceSignalSource(Database database) {
        this.database = database;
    }

    @Override
    public void contribute(Collection<UUID> kpmIds, Set<Cause> causes, SignalCollector into) {
        if (Collections.disjoint(causes, Cause.OF_COMMITMENTS)) {
            return;
        }
        database.query(
                        "SELECT kpm_id, period, not_met_state, not_met_reasons, not_verified_state,"
                                + " not_verified_attribution, not_verified_reasons FROM commitment_result"
                                + " WHERE kpm_id = ANY (?) AND superseded_at IS NULL",
                        row -> {
                            VerificationPeriod period =
                                    VerificationPeriod.parse(row.getString("period"));
                            SignalState notMet =
                                    SignalState.valueOf(row.getString("not_met_state"));
                            return new Quarter(
                                    Database.id(row, "kpm_id"),
                                    new PeriodState(
                                            period,
                                            notMet,
                                            notMet == SignalState.SIGNAL
                                                    ? Attribution.FAMILY
                                                    : Attribution.NOBODY,
                                            Database.texts(row, "not_met_reasons")),
                                    new PeriodState(
                                            period,
                                            SignalState.valueOf(
                                                    row.getString("not_verified_state")),
                                            Attribution.valueOf(
                                                    row.getString("not_verified_attribution")),
                                            Database.texts(row, "not_verified_reasons")));
                        },
                        (Object) ids(kpmIds))
                .forEach(
                        quarter -> {
                            into.add(quarter.kpmId(), Cause.COMMITMENT_NOT_MET, quarter.notMet());
                            into.add(
                                    quarter.kpmId(),
                                    Cause.COMMITMENT_NOT_VERIFIED,
                                    quarter.notVerified());
                        });
    }
}
