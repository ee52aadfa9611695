package id.pkh.verification.evidence.persistence;

import static id.pkh.platform.persistence.SqlArrays.uuids;
import static java.util.stream.Collectors.toMap;

import id.pkh.platform.persistence.AdvisoryLocks;
import id.pkh.platform.persistence.Database;
import id.pkh.verification.evidence.PupilRows;
import id.pkh.verification.signal.domain.VerificationPeriod;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Rows that wait are few, so they are written one by one. */
@ApplicationScoped
class JdbcPupilRows implements PupilRows {

    private static final String END =
            "UPDATE unmatched_pupil SET ended_at = :at WHERE ended_at IS NULL AND point_code = :point"
                    + " AND quarter_start = :quarter AND sent_by = :by"
                    + " AND nik_token IS NOT DISTINCT FROM :nik AND nisn_token IS NOT DISTINCT FROM :nisn";

    private static final String ADD =
            "INSERT INTO unmatched_pupil (row_id, point_code, quarter_start, line, sha256, sent_by, received_at,"
                    + " nik_token, nisn_token, reason, entries) VALUES (:id, :point, :quarter, :line, :sha256, :by, :at,"
                    + " :nik, :nisn, :reason, string_to_array(:entries, chr(10)))";

    private static final String ADD_SIDE =
            "INSERT INTO unmatched_pupil_side (row_id, member_id, kpm_id, village_code, nik, nisn)"
                    + " VALUES (:id, :member, :kpm, :village, :nik, :nisn) ON CONFLICT DO NOTHING";

    private record FormOfMatch(UUID formId, YearMonth quarterStart) {}

    private final Database database;
    private final AdvisoryLocks locks;
    private final PupilRowReader reader;

    JdbcPupilRows(Database database, AdvisoryLocks locks, PupilRowReader reader) {
        this.database = database;
        this.locks = locks;
        this.reader = reader;
    }

    @Override
    public void lock(String pointCode) {
        locks.take("pupils:" + pointCode);
    }

    @Override
    public Map<Keys, Match> standing(String pointCode) {
        return database.query(
                "SELECT * FROM pupil_match WHERE point_code = :point AND withdrawn_at IS NULL",
                q ->
                        q.bind("point", pointCode)
                                .map(database.rowsAs(Match.class))
                                .collect(
                                        toMap(
                                                m -> new Keys(m.nikToken(), m.nisnToken()),
                                                match -> match)));
    }

    @Override
    public void add(Collection<Waiting> rows) {
        for (Waiting row : rows) {
            database.update(
                    END,
                    u ->
                            u.bind("at", row.receivedAt())
                                    .bind("point", row.pointCode())
                                    .bind("quarter", row.quarter().firstDay())
                                    .bind("by", row.sentBy())
                                    .bind("nik", row.keys().nikToken())
                                    .bind("nisn", row.keys().nisnToken()));
            database.update(
                    ADD,
                    u ->
                            u.bind("id", row.rowId())
                                    .bind("point", row.pointCode())
                                    .bind("quarter", row.quarter().firstDay())
                                    .bind("line", row.line())
                                    .bind("sha256", row.sha256())
                                    .bind("by", row.sentBy())
                                    .bind("at", row.receivedAt())
                                    .bind("nik", row.keys().nikToken())
                                    .bind("nisn", row.keys().nisnToken())
                                    .bind("reason", row.reason())
                                    .bind("entries", PupilRowReader.text(row.entries())));
            database.batch(
                    ADD_SIDE,
                    row.sides(),
                    (batch, side) ->
                            batch.bind("id", row.rowId())
                                    .bind("member", side.memberId())
                                    .bind("kpm", side.kpmId())
                                    .bind("village", side.villageCode())
                                    .bind("nik", side.nik())
                                    .bind("nisn", side.nisn()));
        }
    }

    @Override
    public Optional<Waiting> find(UUID rowId) {
        return reader.rows("row_id = :id", q -> q.bind("id", rowId)).stream().findFirst();
    }

    @Override
    public Optional<Match> matchOf(UUID rowId) {
        return database.query(
                "SELECT * FROM pupil_match WHERE row_id = :id",
                q -> q.bind("id", rowId).map(database.rowsAs(Match.class)).findOne());
    }

    @Override
    public List<Waiting> open(String pointCode, Keys keys) {
        return reader.rows(
                "ended_at IS NULL AND point_code = :point AND nik_token IS NOT DISTINCT FROM :nik"
                        + " AND nisn_token IS NOT DISTINCT FROM :nisn ORDER BY quarter_start, received_at",
                q ->
                        q.bind("point", pointCode)
                                .bind("nik", keys.nikToken())
                                .bind("nisn", keys.nisnToken()));
    }

    @Override
    public void settle(Match match, Collection<UUID> ended) {
        database.update(
                "INSERT INTO pupil_match (row_id, point_code, nik_token, nisn_token, member_id, reason, decided_by,"
                        + " decided_at) VALUES (:id, :point, :nik, :nisn, :member, :reason, :by, :at)",
                u ->
                        u.bind("id", match.rowId())
                                .bind("point", match.pointCode())
                                .bind("nik", match.nikToken())
                                .bind("nisn", match.nisnToken())
                                .bind("member", match.memberId())
                                .bind("reason", match.reason())
                                .bind("by", match.decidedBy())
                                .bind("at", match.decidedAt()));
        database.update(
                "UPDATE unmatched_pupil SET ended_at = :at WHERE row_id = ANY (:ids)",
                u -> u.bind("at", match.decidedAt()).bind("ids", uuids(ended)));
    }

    @Override
    public void withdraw(UUID rowId, String reason, String by, Instant at) {
        database.update(
                "UPDATE pupil_match SET withdrawn_at = :at, withdrawn_by = :by, withdrawal_reason = :reason"
                        + " WHERE row_id = :id",
                u -> u.bind("at", at).bind("by", by).bind("reason", reason).bind("id", rowId));
    }

    @Override
    public void count(Collection<UUID> matches, UUID formId) {
        database.batch(
                "INSERT INTO pupil_match_form (row_id, form_id) VALUES (:id, :form)",
                List.copyOf(matches),
                (batch, rowId) -> batch.bind("id", rowId).bind("form", formId));
    }

    @Override
    public Map<UUID, VerificationPeriod> formsOf(UUID rowId) {
        return database.query(
                "SELECT form_id, f.quarter_start FROM pupil_match_form m"
                        + " JOIN service_point_form f USING (form_id) WHERE m.row_id = :id",
                q ->
                        q.bind("id", rowId)
                                .map(database.rowsAs(FormOfMatch.class))
                                .collect(
                                        toMap(
                                                FormOfMatch::formId,
                                                form ->
                                                        VerificationPeriod.quarterOf(
                                                                form.quarterStart()))));
    }
}
