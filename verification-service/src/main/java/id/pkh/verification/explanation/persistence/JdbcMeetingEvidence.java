package id.pkh.verification.explanation.persistence;

import id.pkh.platform.persistence.Database;
import id.pkh.verification.attendance.domain.MeetingKind;
import id.pkh.verification.explanation.MeetingEvidence;
import id.pkh.verification.signal.domain.VerificationPeriod;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** The lists that stand, with the events that brought them. */
@ApplicationScoped
class JdbcMeetingEvidence implements MeetingEvidence {

    private static final String STANDING =
            "SELECT a.group_id, m.event_id, a.kind, a.month, a.mark, a.reason, a.occurred_on, a.recorded_at"
                    + " FROM attendance_fact a JOIN meeting_standing s USING (group_id, month, kind, sequence)"
                    + " JOIN meeting_fact m USING (group_id, month, kind, sequence)"
                    + " WHERE a.kpm_id = :kpm AND a.kind = :kind AND a.month BETWEEN :from AND :until"
                    + " ORDER BY a.month, a.group_id";

    private final Database database;

    JdbcMeetingEvidence(Database database) {
        this.database = database;
    }

    @Override
    public List<MeetingLine> of(
            UUID kpmId, MeetingKind kind, VerificationPeriod first, VerificationPeriod last) {
        return database.query(
                STANDING,
                q ->
                        q.bind("kpm", kpmId)
                                .bind("kind", kind)
                                .bind("from", first.firstMonth())
                                .bind("until", last.lastMonth())
                                .map(database.rowsAs(MeetingLine.class))
                                .list());
    }
}
