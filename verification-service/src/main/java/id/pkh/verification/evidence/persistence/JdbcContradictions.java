package id.pkh.verification.evidence.persistence;

import static id.pkh.platform.persistence.SqlArrays.months;
import static id.pkh.platform.persistence.SqlArrays.texts;
import static id.pkh.platform.persistence.SqlArrays.uuids;

import id.pkh.platform.persistence.Database;
import id.pkh.verification.compliance.EvidenceRow;
import id.pkh.verification.compliance.domain.EvidenceKind;
import id.pkh.verification.compliance.domain.EvidenceLine;
import id.pkh.verification.evidence.Contradictions;
import id.pkh.verification.signal.domain.VerificationPeriod;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.statement.Query;

/** Set-based: one statement for all people of a form. */
@ApplicationScoped
class JdbcContradictions implements Contradictions {

    private static final String OF_MONTHS =
            " WHERE member_id = ANY (:members) AND month BETWEEN :from AND :until AND kind = :kind";

    private static final String ADD =
            "INSERT INTO evidence_contradiction"
                    + " (contradiction_id, kpm_id, member_id, month, compared_at, statements, kind, found_at)"
                    + " SELECT c.id, c.kpm_id, c.member_id, c.month, c.compared_at,"
                    + " string_to_array(c.statements, chr(10)), :kind, :at"
                    + " FROM unnest(:ids, :kpms, :members, :months, :compared, :statements)"
                    + " AS c (id, kpm_id, member_id, month, compared_at, statements)";

    private final Database database;

    JdbcContradictions(Database database) {
        this.database = database;
    }

    @Override
    public List<EvidenceLine> standing(
            EvidenceKind kind, VerificationPeriod quarter, Collection<UUID> memberIds) {
        return database.query(
                "SELECT * FROM standing_line" + OF_MONTHS,
                q ->
                        ofMonths(q, kind, quarter, memberIds)
                                .map(database.rowsAs(EvidenceRow.class))
                                .map(EvidenceRow::line)
                                .list());
    }

    @Override
    public List<Contradiction> open(
            EvidenceKind kind, VerificationPeriod quarter, Collection<UUID> memberIds) {
        return database.query(
                "SELECT * FROM evidence_contradiction" + OF_MONTHS + " AND ended_at IS NULL",
                q ->
                        ofMonths(q, kind, quarter, memberIds)
                                .map(database.rowsAs(Contradiction.class))
                                .list());
    }

    private static Query ofMonths(
            Query query,
            EvidenceKind kind,
            VerificationPeriod quarter,
            Collection<UUID> memberIds) {
        return query.bind("members", uuids(memberIds))
                .bind("from", quarter.firstMonth())
                .bind("until", quarter.lastMonth())
                .bind("kind", kind);
    }

    @Override
    public Optional<Contradiction> find(UUID contradictionId) {
        return database.query(
                "SELECT * FROM evidence_contradiction WHERE contradiction_id = :id",
                q ->
                        q.bind("id", contradictionId)
                                .map(database.rowsAs(Contradiction.class))
                                .findOne());
    }

    @Override
    public void add(List<Contradiction> found) {
        if (found.isEmpty()) {
            return;
        }
        database.update(
                ADD,
                u ->
                        u.bind("ids", uuids(found, Contradiction::contradictionId))
                                .bind("kpms", uuids(found, Contradiction::kpmId))
                                .bind("members", uuids(found, Contradiction::memberId))
                                .bind("months", months(found, Contradiction::month))
                                .bind("compared", texts(found, Contradiction::comparedAt))
                                .bind(
                                        "statements",
                                        texts(found, c -> String.join("\n", c.statements())))
                                .bind("kind", found.get(0).kind())
                                .bind("at", found.get(0).foundAt()));
    }

    @Override
    public void end(Collection<UUID> contradictionIds, Instant at) {
        if (contradictionIds.isEmpty()) {
            return;
        }
        database.update(
                "UPDATE evidence_contradiction SET ended_at = :at"
                        + " WHERE contradiction_id = ANY (:ids)",
                u -> u.bind("at", at).bind("ids", uuids(contradictionIds)));
    }

    @Override
    public int latestSettlement(UUID contradictionId) {
        return database.query(
                "SELECT coalesce(max(number), 0) FROM evidence_settlement"
                        + " WHERE contradiction_id = :id",
                q -> q.bind("id", contradictionId).mapTo(Integer.class).one());
    }

    @Override
    public void settle(Settlement settlement) {
        EvidenceLine.Source line = settlement.line();
        database.update(
                "INSERT INTO evidence_settlement"
                        + " (contradiction_id, number, point_code, sent_by, reason, settled_by, settled_at)"
                        + " VALUES (:id, :number, :point, :sender, :reason, :by, :at)",
                u ->
                        u.bind("id", settlement.contradictionId())
                                .bind("number", settlement.number())
                                .bind("point", line == null ? null : line.pointCode())
                                .bind("sender", line == null ? null : line.sentBy())
                                .bind("reason", settlement.reason())
                                .bind("by", settlement.settledBy())
                                .bind("at", settlement.settledAt()));
    }
}
