package id.pkh.verification.compliance.persistence;

import static id.pkh.platform.persistence.SqlArrays.uuids;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import id.pkh.platform.persistence.Database;
import id.pkh.verification.compliance.EvidenceRow;
import id.pkh.verification.compliance.domain.MonthEvidence;
import id.pkh.verification.signal.domain.VerificationPeriod;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The entries of the current forms about people, in every month that a window ending in a quarter
 * can contain.
 */
@ApplicationScoped
class EvidenceRows {

    /** The longest window is a year. */
    private static final int REACH_MONTHS = 12;

    private static final String CURRENT_EVIDENCE =
            "SELECT e.* FROM evidence e JOIN form_standing f ON f.kind = e.kind AND f.point_code = e.point_code"
                    + " AND f.quarter_start = e.quarter_start AND f.form_id = e.form_id"
                    + " WHERE e.member_id = ANY (:members) AND e.month BETWEEN :from AND :until";

    private final Database database;

    EvidenceRows(Database database) {
        this.database = database;
    }

    Map<UUID, Map<YearMonth, List<MonthEvidence>>> of(
            Collection<UUID> memberIds, VerificationPeriod quarter) {
        return database.query(
                CURRENT_EVIDENCE,
                q ->
                        q.bind("members", uuids(memberIds))
                                .bind("from", quarter.lastMonth().minusMonths(REACH_MONTHS - 1L))
                                .bind("until", quarter.lastMonth())
                                .map(database.rowsAs(EvidenceRow.class))
                                .collect(
                                        groupingBy(
                                                EvidenceRow::memberId,
                                                groupingBy(
                                                        EvidenceRow::month,
                                                        mapping(
                                                                EvidenceRow::evidence,
                                                                toList())))));
    }
}
