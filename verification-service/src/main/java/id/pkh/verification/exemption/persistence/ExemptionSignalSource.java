package id.pkh.verification.exemption.persistence;

import static id.pkh.verification.Database.ids;

import id.pkh.verification.Database;
import id.pkh.verification.exemption.domain.ExemptSpan;
import id.pkh.verification.signal.SignalCollector;
import id.pkh.verification.signal.SignalSource;
import id.pkh.verification.signal.domain.Cause;
import id.pkh.verification.signal.domain.PeriodState;
import id.pkh.verification.signal.domain.VerificationPeriod;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.YearMonth;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;

/**
 * Months in which meetings do not count for whole families. What exemptions do to commitments,
 * their assessment tells.
 */
@ApplicationScoped
class ExemptionSignalSource implements SignalSource {

    private record ExemptFamily(UUID kpmId, ExemptSpan span, String reasonCode) {}

    private final Database database;

    ExemptionSignalSource(Database database) {
        this.database = database;
    }

    @Override
    public void contribute(Collection<UUID> kpmIds, Set<Cause> causes, SignalCollector into) {
        if (causes.stream().noneMatch(Cause.OF_MEETINGS::contains)) {
            return;
        }
        database.query(
                        "SELECT e.kpm_id, x.from_day, x.until_day, x.reason_code FROM exempt_member e"
                                + " JOIN exemption x USING (exemption_id)"
                                + " WHERE e.kpm_id = ANY (?) AND e.member_id IS NULL",
                        row ->
                                new ExemptFamily(
                                        Database.id(row, "kpm_id"),
                                        new ExemptSpan(
                                                Database.date(row, "from_day"),
                                                Database.date(row, "until_day")),
                                        row.getString("reason_code")),
                        (Object) ids(kpmIds))
                .forEach(family -> add(family, into));
    }

    private static void add(ExemptFamily family, SignalCollector into) {
        for (YearMonth month : family.span().months()) {
            PeriodState state =
                    PeriodState.exempt(VerificationPeriod.month(month), family.reasonCode());
            Cause.OF_MEETINGS.forEach(cause -> into.add(family.kpmId(), cause, state));
        }
    }
}
