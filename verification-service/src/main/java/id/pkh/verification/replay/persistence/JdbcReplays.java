package id.pkh.verification.replay.persistence;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import id.pkh.platform.persistence.Conditions;
import id.pkh.platform.persistence.Database;
import id.pkh.platform.persistence.SqlArrays;
import id.pkh.platform.security.AreaScope;
import id.pkh.verification.VisibleAreas;
import id.pkh.verification.compliance.domain.AnsweringPoint;
import id.pkh.verification.replay.ChangeCount;
import id.pkh.verification.replay.FamilyChange;
import id.pkh.verification.replay.PolicyReplay;
import id.pkh.verification.replay.Replays;
import id.pkh.verification.replay.domain.ReplayRange;
import id.pkh.verification.signal.domain.VerificationPeriod;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Replays in tables of their own. */
@ApplicationScoped
class JdbcReplays implements Replays {

    private static final String ADD_COUNTS =
            "INSERT INTO policy_replay_count AS c (replay_id, area_code, cause, step_before, step_after,"
                    + " families, steps) SELECT :replay, * FROM unnest(:areas, :causes, :befores,"
                    + " :afters, :families, :steps) ON CONFLICT (replay_id, area_code, cause, step_before,"
                    + " step_after) DO UPDATE SET families = c.families + excluded.families,"
                    + " steps = c.steps + excluded.steps";

    private record ReplayRow(
            UUID replayId,
            UUID versionId,
            String areaCode,
            YearMonth firstQuarter,
            YearMonth lastQuarter,
            long familiesChanged,
            String requestedBy,
            Instant requestedAt) {

        PolicyReplay replay() {
            return new PolicyReplay(
                    replayId,
                    versionId,
                    areaCode,
                    new ReplayRange(
                            VerificationPeriod.quarterOf(firstQuarter),
                            VerificationPeriod.quarterOf(lastQuarter)),
                    familiesChanged,
                    requestedBy,
                    requestedAt);
        }
    }

    /** What is counted together. */
    private record CountKey(String areaCode, String cause, String before, String after) {

        static CountKey of(FamilyChange change) {
            return new CountKey(
                    AnsweringPoint.subDistrictOf(change.villageCode()),
                    change.change().cause().name(),
                    change.change().before().name(),
                    change.change().after().name());
        }
    }

    private final Database database;

    JdbcReplays(Database database) {
        this.database = database;
    }

    @Override
    public void add(PolicyReplay replay) {
        database.update(
                "INSERT INTO policy_replay (replay_id, version_id, area_code, first_quarter,"
                        + " last_quarter, requested_by, requested_at) VALUES (:id, :version, :area,"
                        + " :first, :last, :by, :at)",
                u ->
                        u.bind("id", replay.replayId())
                                .bind("version", replay.versionId())
                                .bind("area", replay.areaCode())
                                .bind("first", replay.range().first().firstDay())
                                .bind("last", replay.range().last().firstDay())
                                .bind("by", replay.requestedBy())
                                .bind("at", replay.requestedAt()));
    }

    @Override
    public Optional<PolicyReplay> find(UUID replayId) {
        return read(new Conditions().and("replay_id = ?", replayId), 1).stream().findFirst();
    }

    @Override
    public List<PolicyReplay> list(UUID versionId, UUID after, int limit) {
        return read(
                new Conditions()
                        .andIfGiven("version_id = ?", versionId)
                        .andIfGiven("replay_id > ?", after),
                limit);
    }

    private List<PolicyReplay> read(Conditions where, int limit) {
        return database
                .query(
                        "SELECT * FROM policy_replay WHERE "
                                + where.sql()
                                + " ORDER BY replay_id LIMIT :limit",
                        q ->
                                q.bindMap(where.values())
                                        .bind("limit", limit)
                                        .map(database.rowsAs(ReplayRow.class))
                                        .list())
                .stream()
                .map(ReplayRow::replay)
                .toList();
    }

    @Override
    public void addChanges(UUID replayId, Collection<FamilyChange> changes) {
        database.copy(
                "policy_replay_change (replay_id, kpm_id, cause, period, village_code, step_before,"
                        + " step_after)",
                changes,
                (fields, row) ->
                        fields.uuid(replayId)
                                .uuid(row.kpmId())
                                .text(row.change().cause().name())
                                .text(row.change().period().text())
                                .text(row.villageCode())
                                .text(row.change().before().name())
                                .text(row.change().after().name()));
    }

    @Override
    public void addToSums(UUID replayId, Collection<FamilyChange> changes) {
        if (changes.isEmpty()) {
            return;
        }
        addCounts(replayId, changes);
        Set<UUID> families = changes.stream().map(FamilyChange::kpmId).collect(toSet());
        database.update(
                "UPDATE policy_replay SET families_changed = families_changed + :families"
                        + " WHERE replay_id = :id",
                u -> u.bind("families", families.size()).bind("id", replayId));
    }

    private void addCounts(UUID replayId, Collection<FamilyChange> changes) {
        Map<CountKey, Long> steps = changes.stream().collect(groupingBy(CountKey::of, counting()));
        Map<CountKey, Set<UUID>> families =
                changes.stream()
                        .collect(groupingBy(CountKey::of, mapping(FamilyChange::kpmId, toSet())));
        List<CountKey> keys = List.copyOf(steps.keySet());
        database.update(
                ADD_COUNTS,
                u ->
                        u.bind("replay", replayId)
                                .bind("areas", SqlArrays.texts(keys, CountKey::areaCode))
                                .bind("causes", SqlArrays.texts(keys, CountKey::cause))
                                .bind("befores", SqlArrays.texts(keys, CountKey::before))
                                .bind("afters", SqlArrays.texts(keys, CountKey::after))
                                .bind(
                                        "families",
                                        SqlArrays.numbers(keys, key -> families.get(key).size()))
                                .bind("steps", SqlArrays.numbers(keys, steps::get)));
    }

    @Override
    public List<ChangeCount> counts(UUID replayId, AreaScope areas, ChangeCount after, int limit) {
        Conditions where = VisibleAreas.within("area_code", areas).and("replay_id = ?", replayId);
        if (after != null) {
            where.and(
                    "(area_code, cause, step_before, step_after) > (?, ?, ?, ?)",
                    after.areaCode(),
                    after.cause(),
                    after.stepBefore(),
                    after.stepAfter());
        }
        return database.query(
                "SELECT area_code, cause, step_before, step_after, families, steps"
                        + " FROM policy_replay_count WHERE "
                        + where.sql()
                        + " ORDER BY area_code, cause, step_before, step_after LIMIT :limit",
                q ->
                        q.bindMap(where.values())
                                .bind("limit", limit)
                                .map(database.rowsAs(ChangeCount.class))
                                .list());
    }

    @Override
    public List<ReplayedStep> changes(
            UUID replayId, AreaScope areas, String areaCode, ReplayedStep after, int limit) {
        Conditions where =
                VisibleAreas.within("village_code", areas, areaCode).and("replay_id = ?", replayId);
        if (after != null) {
            where.and(
                    "(kpm_id, cause, period) > (?, ?, ?)",
                    after.kpmId(),
                    after.cause(),
                    after.period());
        }
        return database.query(
                "SELECT kpm_id, village_code, cause, period, step_before, step_after"
                        + " FROM policy_replay_change WHERE "
                        + where.sql()
                        + " ORDER BY kpm_id, cause, period LIMIT :limit",
                q ->
                        q.bindMap(where.values())
                                .bind("limit", limit)
                                .map(database.rowsAs(ReplayedStep.class))
                                .list());
    }

    @Override
    public List<UUID> requestedBefore(Instant before, UUID after, int limit) {
        return database.query(
                "SELECT r.replay_id FROM policy_replay r JOIN policy_version_status v USING (version_id)"
                        + " WHERE r.requested_at < :before AND v.status <> 'WAITING'"
                        + " AND (:after::uuid IS NULL OR r.replay_id > :after)"
                        + " ORDER BY r.replay_id LIMIT :limit",
                q ->
                        q.bind("before", before)
                                .bind("after", after)
                                .bind("limit", limit)
                                .mapTo(UUID.class)
                                .list());
    }

    @Override
    public void delete(UUID replayId) {
        for (String table :
                List.of("policy_replay_change", "policy_replay_count", "policy_replay")) {
            database.update(
                    "DELETE FROM " + table + " WHERE replay_id = :replay",
                    u -> u.bind("replay", replayId));
        }
    }
}
