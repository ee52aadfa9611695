package id.pkh.registry.duplicate;

import com.github.f4b6a3.uuid.UuidCreator;
import id.pkh.platform.persistence.Conditions;
import id.pkh.platform.persistence.Database;
import id.pkh.platform.persistence.SqlArrays;
import id.pkh.registry.duplicate.domain.DistinctionReason;
import id.pkh.registry.duplicate.domain.FamilyDistance;
import id.pkh.registry.duplicate.domain.FamilyPair;
import id.pkh.registry.duplicate.domain.NameLikeness;
import id.pkh.registry.duplicate.domain.NikLikeness;
import id.pkh.registry.duplicate.domain.PairState;
import id.pkh.registry.duplicate.domain.PersonLikeness;
import id.pkh.registry.duplicate.domain.Suspicion;
import id.pkh.registry.family.domain.KpmStatus;
import id.pkh.registry.finding.domain.BirthLikeness;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The rows of pairs of families that may be the same one. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class DuplicatePairs {

    private static final String SELECT =
            """
            SELECT d.pair_id, d.first_kpm, a.village_code AS first_village, a.status AS first_status,
                   d.second_kpm, b.village_code AS second_village, b.status AS second_status,
                   d.same_account, d.points, d.facts, d.state, d.version, d.reason, d.found_at,
                   d.decided_by, d.decided_at
              FROM duplicate_pair d JOIN kpm a ON a.id = d.first_kpm JOIN kpm b ON b.id = d.second_kpm
             WHERE\s""";

    private static final String INSERT =
            """
            INSERT INTO duplicate_pair (pair_id, first_kpm, second_kpm, same_account, points, facts, state,
                   version, found_at)
            VALUES (:id, :first, :second, :sameAccount, :points, :facts, 'OPEN', 1, :now)
            ON CONFLICT (first_kpm, second_kpm) DO NOTHING
            """;

    private static final String UPDATE =
            """
            UPDATE duplicate_pair SET same_account = :sameAccount, points = :points, facts = :facts, state = :state,
                   version = version + 1, reason = :reason, found_at = :found, decided_by = :by, decided_at = :at
             WHERE pair_id = :id
            """;

    private static final String INSERT_MATCH =
            """
            INSERT INTO duplicate_match (pair_id, first_member, second_member, name, birth, nik,
                   same_pupil_number, distance, points)
            VALUES (:id, :first, :second, :name, :birth, :nik, :pupil, :distance, :points)
            """;

    private static final String MATCHES =
            """
            SELECT pair_id, first_member, second_member, name, birth, nik, same_pupil_number, distance, points
              FROM duplicate_match WHERE pair_id = ANY (:ids) ORDER BY points DESC, first_member, second_member
            """;

    private final Database database;

    DuplicatePairs(Database database) {
        this.database = database;
    }

    /** A pair as it stands. */
    public record PairRow(
            UUID pairId,
            UUID firstKpm,
            String firstVillage,
            KpmStatus firstStatus,
            UUID secondKpm,
            String secondVillage,
            KpmStatus secondStatus,
            boolean sameAccount,
            int points,
            String facts,
            PairState state,
            int version,
            DistinctionReason reason,
            Instant foundAt,
            String decidedBy,
            Instant decidedAt) {

        FamilyPair pair() {
            return new FamilyPair(firstKpm, secondKpm);
        }
    }

    /** Two persons who are alike, and how. */
    public record MatchRow(
            UUID pairId,
            UUID firstMember,
            UUID secondMember,
            NameLikeness name,
            BirthLikeness birth,
            NikLikeness nik,
            boolean samePupilNumber,
            FamilyDistance distance,
            int points) {}

    /** One step of a pair. */
    public record ActRow(
            int actNo,
            PairState state,
            DistinctionReason reason,
            String byPerson,
            Instant actedAt) {}

    /** What a person says about a pair; nothing if it is open. */
    record Decision(PairState state, DistinctionReason reason, String by, Instant at) {

        static Decision none(PairState state) {
            return new Decision(state, null, null, null);
        }
    }

    /**
     * The most alike pairs first.
     *
     * @param which conditions for the pair {@code d} and one of its families {@code k}
     */
    List<PairRow> list(Conditions which, int limit) {
        return database.queryWithFreshPlan(
                SELECT
                        + "EXISTS (SELECT FROM kpm k WHERE k.id IN (d.first_kpm, d.second_kpm) AND "
                        + which.sql()
                        + ") ORDER BY d.points DESC, d.pair_id LIMIT :limit",
                q ->
                        q.bindMap(which.values())
                                .bind("limit", limit)
                                .map(database.rowsAs(PairRow.class))
                                .list());
    }

    /** Nobody else changes it before this transaction ends. */
    Optional<PairRow> lock(UUID id) {
        return database.query(
                SELECT + "d.pair_id = :id FOR UPDATE OF d",
                q -> q.bind("id", id).map(database.rowsAs(PairRow.class)).findFirst());
    }

    /** The same, by its families. */
    Optional<PairRow> lock(FamilyPair pair) {
        return database.query(
                SELECT + "d.first_kpm = :first AND d.second_kpm = :second FOR UPDATE OF d",
                q ->
                        q.bind("first", pair.first())
                                .bind("second", pair.second())
                                .map(database.rowsAs(PairRow.class))
                                .findFirst());
    }

    /**
     * The pairs of these families, locked in one order after the families themselves, so that a
     * change of two families at the same moment and a comparison never wait for each other.
     */
    List<PairRow> lockOf(Collection<UUID> families, Collection<UUID> others) {
        database.query(
                "SELECT id FROM kpm WHERE id = ANY (:ids) ORDER BY id FOR KEY SHARE",
                q -> q.bind("ids", SqlArrays.uuids(others)).mapTo(UUID.class).list());
        return database.query(
                SELECT
                        + "d.pair_id IN (SELECT pair_id FROM duplicate_pair WHERE first_kpm = ANY (:ids)"
                        + " UNION ALL SELECT pair_id FROM duplicate_pair WHERE second_kpm = ANY (:ids))"
                        + " ORDER BY d.first_kpm, d.second_kpm FOR UPDATE OF d",
                q ->
                        q.bind("ids", SqlArrays.uuids(families))
                                .map(database.rowsAs(PairRow.class))
                                .list());
    }

    /** The persons of open pairs of these families. */
    List<UUID> membersOf(Collection<UUID> families) {
        return database.query(
                "SELECT unnest(ARRAY[m.first_member, m.second_member]) FROM duplicate_match m"
                        + " JOIN duplicate_pair d USING (pair_id) WHERE d.first_kpm = ANY (:ids)"
                        + " OR d.second_kpm = ANY (:ids)",
                q -> q.bind("ids", SqlArrays.uuids(families)).mapTo(UUID.class).list());
    }

    List<MatchRow> matches(Collection<UUID> pairs) {
        return database.query(
                MATCHES,
                q ->
                        q.bind("ids", SqlArrays.uuids(pairs))
                                .map(database.rowsAs(MatchRow.class))
                                .list());
    }

    List<ActRow> acts(UUID pair) {
        return database.query(
                "SELECT act_no, state, reason, by_person, acted_at FROM duplicate_act"
                        + " WHERE pair_id = :id ORDER BY act_no",
                q -> q.bind("id", pair).map(database.rowsAs(ActRow.class)).list());
    }

    /** Adds a pair, unless another comparison has just added it. */
    void insert(Suspicion found, String by, Instant now) {
        UUID id = UuidCreator.getTimeOrderedEpoch();
        int added =
                database.update(
                        INSERT,
                        u ->
                                u.bind("id", id)
                                        .bind("first", found.pair().first())
                                        .bind("second", found.pair().second())
                                        .bind("sameAccount", found.isSameAccount())
                                        .bind("points", found.points())
                                        .bind("facts", found.facts())
                                        .bind("now", now));
        if (added > 0) {
            write(id, found);
            act(id, 1, Decision.none(PairState.OPEN), by, now);
        }
    }

    /** The pair after another comparison, with what is alike now. */
    void compared(PairRow row, Suspicion found, PairState next, String by, Instant now) {
        boolean isOpenAgain = row.state() != PairState.OPEN;
        update(
                row,
                found.isSameAccount(),
                found.points(),
                found.facts(),
                Decision.none(next),
                isOpenAgain ? now : row.foundAt());
        database.update(
                "DELETE FROM duplicate_match WHERE pair_id = :id", u -> u.bind("id", row.pairId()));
        write(row.pairId(), found);
        act(row.pairId(), row.version() + 1, Decision.none(next), by, now);
    }

    void decide(PairRow row, Decision decision, String by, Instant now) {
        update(row, row.sameAccount(), row.points(), row.facts(), decision, row.foundAt());
        act(row.pairId(), row.version() + 1, decision, by, now);
    }

    private void update(
            PairRow row,
            boolean sameAccount,
            int points,
            String facts,
            Decision decision,
            Instant found) {
        database.update(
                UPDATE,
                u ->
                        u.bind("id", row.pairId())
                                .bind("sameAccount", sameAccount)
                                .bind("points", points)
                                .bind("facts", facts)
                                .bind("state", decision.state())
                                .bind("reason", decision.reason())
                                .bind("found", found)
                                .bind("by", decision.by())
                                .bind("at", decision.at()));
    }

    private void write(UUID pair, Suspicion found) {
        database.batch(
                INSERT_MATCH,
                found.matches(),
                (row, match) -> {
                    PersonLikeness likeness = match.likeness();
                    row.bind("id", pair)
                            .bind("first", match.first().memberId())
                            .bind("second", match.second().memberId())
                            .bind("name", likeness.name())
                            .bind("birth", likeness.birth())
                            .bind("nik", likeness.nik())
                            .bind("pupil", likeness.samePupilNumber())
                            .bind("distance", likeness.distance())
                            .bind("points", likeness.points());
                });
    }

    private void act(UUID id, int number, Decision decision, String by, Instant now) {
        database.update(
                "INSERT INTO duplicate_act (pair_id, act_no, state, reason, by_person, acted_at)"
                        + " VALUES (:id, :no, :state, :reason, :by, :now)",
                u ->
                        u.bind("id", id)
                                .bind("no", number)
                                .bind("state", decision.state())
                                .bind("reason", decision.reason())
                                .bind("by", by)
                                .bind("now", now));
    }
}
