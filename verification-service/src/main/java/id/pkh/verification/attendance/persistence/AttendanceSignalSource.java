package id.pkh.verification.attendance.persistence;

import static id.pkh.platform.persistence.SqlArrays.codes;
import static id.pkh.platform.persistence.SqlArrays.uuids;

import id.pkh.platform.persistence.Database;
import id.pkh.verification.attendance.domain.AttendanceFact;
import id.pkh.verification.attendance.domain.AttendanceMark;
import id.pkh.verification.attendance.domain.AttendanceSignals;
import id.pkh.verification.attendance.domain.MeetingKind;
import id.pkh.verification.signal.SignalCollector;
import id.pkh.verification.signal.SignalSource;
import id.pkh.verification.signal.domain.Attribution;
import id.pkh.verification.signal.domain.Cause;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.YearMonth;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** The current marks, as the ladder's facts. */
@ApplicationScoped
class AttendanceSignalSource implements SignalSource {

    private static final String CURRENT_MARKS =
            "SELECT a.kpm_id, a.month, a.kind, a.mark, a.reason, a.attribution FROM attendance_fact a"
                    + " JOIN meeting_standing s USING (group_id, month, kind, sequence)"
                    + " WHERE a.kpm_id = ANY (:kpms) AND a.kind = ANY (:kinds)";

    private record MarkRow(
            UUID kpmId,
            YearMonth month,
            MeetingKind kind,
            String mark,
            String reason,
            String attribution) {

        AttendanceFact fact() {
            return new AttendanceFact(
                    month, kind, AttendanceMark.of(mark), reason, Attribution.of(attribution));
        }
    }

    private final Database database;

    AttendanceSignalSource(Database database) {
        this.database = database;
    }

    @Override
    public void contribute(Collection<UUID> kpmIds, Set<Cause> causes, SignalCollector into) {
        Set<MeetingKind> kinds = kindsFor(causes);
        if (kinds.isEmpty()) {
            return;
        }
        List<MarkRow> marks =
                database.query(
                        CURRENT_MARKS,
                        q ->
                                q.bind("kpms", uuids(kpmIds))
                                        .bind("kinds", codes(kinds, kind -> kind))
                                        .map(database.rowsAs(MarkRow.class))
                                        .list());
        marks.forEach(
                mark ->
                        AttendanceSignals.of(mark.fact())
                                .forEach((cause, state) -> into.add(mark.kpmId(), cause, state)));
    }

    private static Set<MeetingKind> kindsFor(Set<Cause> causes) {
        Set<MeetingKind> kinds = EnumSet.noneOf(MeetingKind.class);
        if (causes.contains(Cause.P2K2_ABSENCE)) {
            kinds.add(MeetingKind.P2K2);
        }
        if (!Collections.disjoint(
                causes, Set.of(Cause.GROUP_MEETING_ABSENCE, Cause.MEETING_NOT_HELD))) {
            kinds.add(MeetingKind.GROUP_MEETING);
        }
        return kinds;
    }
}
