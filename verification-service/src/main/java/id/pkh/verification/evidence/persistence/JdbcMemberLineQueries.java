package id.pkh.verification.evidence.persistence;

import static id.pkh.platform.persistence.SqlArrays.texts;
import static id.pkh.platform.persistence.SqlArrays.uuids;
import static java.util.stream.Collectors.toMap;

import id.pkh.platform.persistence.Conditions;
import id.pkh.platform.persistence.Database;
import id.pkh.verification.compliance.EvidenceRow;
import id.pkh.verification.compliance.domain.EvidenceLine;
import id.pkh.verification.evidence.MemberLineQueries;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;

@ApplicationScoped
class JdbcMemberLineQueries implements MemberLineQueries {

    private static final String MEMBERS =
            "SELECT DISTINCT ON (m.member_id) m.member_id, m.kpm_id, m.component, m.school_id"
                    + " FROM kpm_member m JOIN kpm k USING (kpm_id) WHERE k.status IN ('ACTIVE', 'SUSPENDED')"
                    + " AND k.village_code LIKE ANY (:areas) AND m.component = ANY (:components)"
                    + " AND m.component_since <= :last AND (m.component_until IS NULL OR m.component_until >= :first) AND ";

    /** The own line first, then the latest one. */
    private static final String LINES =
            "SELECT DISTINCT ON (member_id) * FROM standing_line WHERE member_id = ANY (:members)"
                    + " AND month = :first AND kind = :kind"
                    + " ORDER BY member_id, (sent_by = :subject) DESC, form_id DESC";

    private record Member(UUID memberId, UUID kpmId, String component, String schoolId) {}

    private final Database database;

    JdbcMemberLineQueries(Database database) {
        this.database = database;
    }

    @Override
    public List<Listed> list(Query query) {
        Conditions rows = new Conditions().andIfGiven("m.member_id > ?", query.after());
        List<Member> members =
                database.query(
                        MEMBERS
                                + rows.sql()
                                + " ORDER BY m.member_id, m.component_since DESC LIMIT :limit",
                        q ->
                                q.bindMap(rows.values())
                                        .bind("areas", texts(List.of(query.areas().likePatterns())))
                                        .bind("components", texts(query.components()))
                                        .bind("first", query.month().atDay(1))
                                        .bind("last", query.month().atEndOfMonth())
                                        .bind("limit", query.limit())
                                        .map(database.rowsAs(Member.class))
                                        .list());
        Map<UUID, EvidenceLine> lines =
                database.query(
                        LINES,
                        q ->
                                q.bind("members", uuids(members, Member::memberId))
                                        .bind("first", query.month().atDay(1))
                                        .bind("kind", query.kind())
                                        .bind("subject", query.subject())
                                        .map(database.rowsAs(EvidenceRow.class))
                                        .map(EvidenceRow::line)
                                        .collect(toMap(EvidenceLine::memberId, line -> line)));
        return members.stream()
                .map(
                        member ->
                                new Listed(
                                        member.memberId(),
                                        member.kpmId(),
                                        member.component(),
                                        member.schoolId(),
                                        lines.get(member.memberId())))
                .toList();
    }
}
