package id.pkh.verification.attendance.persistence;

import static id.pkh.verification.Database.ids;

import id.pkh.verification.Database;
import id.pkh.verification.attendance.domain.AttendanceFact;
import id.pkh.verification.attendance.domain.AttendanceSignals;
import id.pkh.verification.signal.SignalCollector;
import id.pkh.verification.signal.SignalSource;
import id.pkh.verification.signal.domain.Cause;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** The marks that stand, as the ladder's facts. */
@ApplicationScoped
class AttendanceSignalSource implements SignalSource {

    private static final String STANDING_MARKS =
            "SELECT a.kpm_id, a.month, a.kind, a.mark, a.reason, a.attribution FROM attendance_fact a"
                    + " JOIN meeting_standing s USING (group_id, month, kind, sequence)"
                    + " WHERE a.kpm_id = ANY (?) AND a.kind = ANY (?)";

    private record FamilyFact(UUID kpmId, AttendanceFact fact) {}

    private final Database database;

    AttendanceSignalSource(Database database) {
        this.database = database;
    }

    @Override
    public void contribute(Collection<UUID> kpmIds, Set<Cause> causes, SignalCollector into) {
        List<String> kinds = kindsFor(causes);
        if (kinds.isEmpty()) {
            return;
        }
        database.query(
                        STANDING_MARKS,
                        row ->
                                new FamilyFact(
                                        Database.id(row, "kpm_id"),
                                        new AttendanceFact(
                                                YearMonth.from(Database.date(row, "month")),
                                                row.getString("kind"),
                                                row.getString("mark"),
                                                row.getString("reason"),
                                                row.getString("attribution"))),
                        ids(kpmIds),
                        kinds.toArray())
                .forEach(
                        family ->
                                AttendanceSignals.of(family.fact())
                                        .forEach(
                                                (cause, state) ->
                                                        into.add(family.kpmId(), cause, state)));
    }

    private static List<String> kindsFor(Set<Cause> causes) {
        List<String> kinds = new ArrayList<>();
        if (causes.contains(Cause.P2K2_ABSENCE)) {
            kinds.add(AttendanceFact.P2K2);
        }
        if (!Collections.disjoint(
                causes, Set.of(Cause.GROUP_MEETING_ABSENCE, Cause.MEETING_NOT_HELD))) {
            kinds.add(AttendanceFact.GROUP_MEETING);
        }
        return kinds;
    }
}
