package id.pkh.verification.compliance.persistence;

import static id.pkh.platform.persistence.SqlArrays.uuids;

import id.pkh.platform.persistence.Database;
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
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** The current assessments, as the ladder's facts. */
@ApplicationScoped
class ComplianceSignalSource implements SignalSource {

    private record QuarterRow(
            UUID kpmId,
            String period,
            SignalState notMetState,
            List<String> notMetReasons,
            SignalState notVerifiedState,
            Attribution notVerifiedAttribution,
            List<String> notVerifiedReasons) {

        PeriodState notMet() {
            Attribution whose =
                    notMetState == SignalState.SIGNAL ? Attribution.FAMILY : Attribution.NOBODY;
            return new PeriodState(
                    VerificationPeriod.parse(period), notMetState, whose, notMetReasons);
        }

        PeriodState notVerified() {
            return new PeriodState(
                    VerificationPeriod.parse(period),
                    notVerifiedState,
                    notVerifiedAttribution,
                    notVerifiedReasons);
        }
    }

    private final Database database;

    ComplianceSignalSource(Database database) {
        this.database = database;
    }

    @Override
    public void contribute(Collection<UUID> kpmIds, Set<Cause> causes, SignalCollector into) {
        if (Collections.disjoint(causes, Cause.OF_COMMITMENTS)) {
            return;
        }
        List<QuarterRow> quarters =
                database.queryWithFreshPlan(
                        "SELECT kpm_id, period, not_met_state, not_met_reasons, not_verified_state,"
                                + " not_verified_attribution, not_verified_reasons FROM commitment_result"
                                + " WHERE kpm_id = ANY (:kpms) AND superseded_at IS NULL",
                        q ->
                                q.bind("kpms", uuids(kpmIds))
                                        .map(database.rowsAs(QuarterRow.class))
                                        .list());
        for (QuarterRow quarter : quarters) {
            into.add(quarter.kpmId(), Cause.COMMITMENT_NOT_MET, quarter.notMet());
            into.add(quarter.kpmId(), Cause.COMMITMENT_NOT_VERIFIED, quarter.notVerified());
        }
    }

    @Override
    public boolean dependsOnCommitmentPolicy() {
        return true;
    }
}
