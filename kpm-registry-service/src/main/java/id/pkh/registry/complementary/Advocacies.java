package id.pkh.registry.complementary;

import id.pkh.platform.persistence.Conditions;
import id.pkh.platform.persistence.Database;
import id.pkh.registry.complementary.domain.AdvocacyState;
import id.pkh.registry.complementary.domain.ComplementaryCodes.Programme;
import id.pkh.registry.complementary.domain.ComplementaryCodes.Refusal;
import id.pkh.registry.complementary.domain.ComplementaryCodes.Status;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The rows of advocacies and of what people did with them. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class Advocacies {

    private static final String SELECT =
            """
            SELECT a.advocacy_id, a.kpm_id, k.village_code, a.programme, a.member_id, s.status AS gap,
                   s.effective_on AS since, a.complaint_id, a.state, a.version, a.period, a.refusal, a.listed_by,
                   a.listed_at, a.proposed_by
              FROM advocacy a JOIN kpm k ON k.id = a.kpm_id JOIN complementary_status s ON s.status_id = a.status_id
             WHERE\s""";

    private static final String INSERT =
            """
            INSERT INTO advocacy (advocacy_id, kpm_id, programme, member_id, status_id, complaint_id, state, version,
                   listed_by, listed_at)
            VALUES (:id, :kpm, :programme, :member, :status, :complaint, 'LISTED', 1, :by, :now)
            """;

    private final Database database;

    Advocacies(Database database) {
        this.database = database;
    }

    record AdvocacyRow(
            UUID advocacyId,
            UUID kpmId,
            String villageCode,
            Programme programme,
            UUID memberId,
            Status gap,
            LocalDate since,
            UUID complaintId,
            AdvocacyState state,
            int version,
            String period,
            Refusal refusal,
            String listedBy,
            Instant listedAt,
            String proposedBy) {

        AdvocacyRow become(AdvocacyState next, String inPeriod, String proposer, Refusal why) {
            return new AdvocacyRow(
                    advocacyId,
                    kpmId,
                    villageCode,
                    programme,
                    memberId,
                    gap,
                    since,
                    complaintId,
                    next,
                    version + 1,
                    inPeriod,
                    why,
                    listedBy,
                    listedAt,
                    proposer);
        }
    }

    record ActRow(int actNo, AdvocacyState state, String byPerson, Instant actedAt) {}

    List<AdvocacyRow> list(Conditions which, int limit) {
        return database.queryWithFreshPlan(
                SELECT + which.sql() + " ORDER BY a.advocacy_id LIMIT :limit",
                q ->
                        q.bindMap(which.values())
                                .bind("limit", limit)
                                .map(database.rowsAs(AdvocacyRow.class))
                                .list());
    }

    Optional<AdvocacyRow> find(UUID id) {
        return list(new Conditions().and("a.advocacy_id = ?", id), 1).stream().findFirst();
    }

    List<ActRow> acts(UUID id) {
        return database.query(
                "SELECT act_no, state, by_person, acted_at FROM advocacy_act"
                        + " WHERE advocacy_id = :id ORDER BY act_no",
                q -> q.bind("id", id).map(database.rowsAs(ActRow.class)).list());
    }

    /** Whether the complaint is one of the family about a complementary programme. */
    boolean isComplaintOf(UUID complaint, UUID family) {
        return database.query(
                "SELECT EXISTS (SELECT FROM complaint WHERE complaint_id = :id AND kpm_id = :kpm"
                        + " AND type IN ('COMPLEMENTARY_ABSENT', 'COMPLEMENTARY_UNPAID'))",
                q -> q.bind("id", complaint).bind("kpm", family).mapTo(Boolean.class).one());
    }

    boolean hasAnyFor(UUID complaint) {
        return database.query(
                "SELECT EXISTS (SELECT FROM advocacy WHERE complaint_id = :id"
                        + " AND state <> 'WITHDRAWN')",
                q -> q.bind("id", complaint).mapTo(Boolean.class).one());
    }

    void insert(AdvocacyRow row, UUID statusId) {
        database.update(
                INSERT,
                u ->
                        u.bind("id", row.advocacyId())
                                .bind("kpm", row.kpmId())
                                .bind("programme", row.programme())
                                .bind("member", row.memberId())
                                .bind("status", statusId)
                                .bind("complaint", row.complaintId())
                                .bind("by", row.listedBy())
                                .bind("now", row.listedAt()));
    }

    void become(AdvocacyRow row) {
        database.update(
                "UPDATE advocacy SET state = :state, version = :version, period = :period,"
                        + " proposed_by = :proposer, refusal = :refusal WHERE advocacy_id = :id",
                u ->
                        u.bind("state", row.state())
                                .bind("version", row.version())
                                .bind("period", row.period())
                                .bind("proposer", row.proposedBy())
                                .bind("refusal", row.refusal())
                                .bind("id", row.advocacyId()));
    }

    void act(AdvocacyRow row, String by, Instant now) {
        database.update(
                "INSERT INTO advocacy_act (advocacy_id, act_no, state, by_person, acted_at)"
                        + " VALUES (:id, :no, :state, :by, :now)",
                u ->
                        u.bind("id", row.advocacyId())
                                .bind("no", row.version())
                                .bind("state", row.state())
                                .bind("by", by)
                                .bind("now", now));
    }
}
