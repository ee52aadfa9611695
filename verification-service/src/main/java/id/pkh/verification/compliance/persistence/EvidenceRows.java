package id.pkh.verification.compliance.persistence;

import static id.pkh.verification.Database.ids;

import id.pkh.verification.Database;
import id.pkh.verification.compliance.domain.EvidenceKind;
import id.pkh.verification.compliance.domain.HealthMonth;
import id.pkh.verification.compliance.domain.MonthEvidence;
import id.pkh.verification.compliance.domain.SchoolMonth;
import id.pkh.verification.signal.domain.VerificationPeriod;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What the forms that stand say of people, in every month that a window ending in a quarter can
 * reach.
 */
@ApplicationScoped
class EvidenceRows {

    /** The longest window is a year. */
    private static final int REACH_MONTHS = 12;

    private static final String STANDING_EVIDENCE =
            "SELECT e.* FROM evidence e JOIN form_standing f ON f.kind = e.kind AND f.point_code = e.point_code"
                    + " AND f.quarter_start = e.quarter_start AND f.form_id = e.form_id"
                    + " WHERE e.member_id = ANY (?) AND e.month BETWEEN ? AND ?";

    private record Entry(UUID memberId, YearMonth month, MonthEvidence evidence) {}

    private final Database database;

    EvidenceRows(Database database) {
        this.database = database;
    }

    Map<UUID, Map<YearMonth, List<MonthEvidence>>> of(
            Collection<UUID> memberIds, VerificationPeriod quarter) {
        Map<UUID, Map<YearMonth, List<MonthEvidence>>> byMember = new HashMap<>();
        database.query(
                        STANDING_EVIDENCE,
                        EvidenceRows::entry,
                        ids(memberIds),
                        quarter.lastMonth().minusMonths(REACH_MONTHS - 1L).atDay(1),
                        quarter.lastMonth().atDay(1))
                .forEach(
                        entry ->
                                byMember.computeIfAbsent(entry.memberId(), any -> new HashMap<>())
                                        .computeIfAbsent(entry.month(), any -> new ArrayList<>())
                                        .add(entry.evidence()));
        return byMember;
    }

    private static Entry entry(ResultSet row) throws SQLException {
        MonthEvidence evidence =
                row.getString("kind").equals(EvidenceKind.SCHOOL.name())
                        ? new SchoolMonth(
                                row.getInt("alpa"),
                                row.getInt("izin"),
                                row.getInt("sakit"),
                                row.getInt("jml"))
                        : new HealthMonth(row.getInt("visits"), row.getBoolean("is_closed"));
        return new Entry(
                Database.id(row, "member_id"),
                YearMonth.from(Database.date(row, "month")),
                evidence);
    }
}
