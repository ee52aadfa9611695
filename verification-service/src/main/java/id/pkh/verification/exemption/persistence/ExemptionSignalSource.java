package id.pkh.verification.exemption.persistence;

import static id.pkh.platform.persistence.SqlArrays.uuids;

import id.pkh.platform.persistence.Database;
import id.pkh.verification.exemption.domain.ExemptSpan;
import id.pkh.verification.signal.SignalCollector;
import id.pkh.verification.signal.SignalSource;
import id.pkh.verification.signal.domain.Cause;
import id.pkh.verification.signal.domain.PeriodState;
import id.pkh.verification.signal.domain.VerificationPeriod;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.Collections;
import java.util.Set;
import java.util.UUID;

/**
 * Months in which meetings do not count for whole families. The assessment of commitments takes
 * exemptions into account by itself.
 */
@ApplicationScoped
class ExemptionSignalSource implements SignalSource {

    private record ExemptFamily(
            UUID kpmId, LocalDate fromDay, LocalDate untilDay, String reasonCode) {}

    private final Database database;

    ExemptionSignalSource(Database database) {
        this.database = database;
    }

    @Override
    public void contribute(Collection<UUID> kpmIds, Set<Cause> causes, SignalCollector into) {
        if (Collections.disjoint(causes, Cause.OF_MEETINGS)) {
            return;
        }
        database.query(
                        "SELECT e.kpm_id, x.from_day, x.until_day, x.reason_code FROM exempt_member e"
                                + " JOIN exemption x USING (exemption_id)"
                                + " WHERE e.kpm_id = ANY (:kpms) AND e.member_id IS NULL",
                        q ->
                                q.bind("kpms", uuids(kpmIds))
                                        .map(database.rowsAs(ExemptFamily.class))
                                        .list())
                .forEach(family -> add(family, into));
    }

    private static void add(ExemptFamily family, SignalCollector into) {
        for (YearMonth month : new ExemptSpan(family.fromDay(), family.untilDay()).months()) {
            PeriodState state =
                    PeriodState.exempt(VerificationPeriod.month(month), family.reasonCode());
            Cause.OF_MEETINGS.forEach(cause -> into.add(family.kpmId(), cause, state));
        }
    }
}
