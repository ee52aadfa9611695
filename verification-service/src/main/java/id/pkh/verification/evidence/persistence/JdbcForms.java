package id.pkh.verification.evidence.persistence;

import static id.pkh.verification.Database.column;

import id.pkh.platform.security.AreaScope;
import id.pkh.verification.Database;
import id.pkh.verification.compliance.domain.HealthMonth;
import id.pkh.verification.compliance.domain.MonthEvidence;
import id.pkh.verification.compliance.domain.SchoolMonth;
import id.pkh.verification.evidence.Forms;
import id.pkh.verification.evidence.form.FormKind;
import id.pkh.verification.signal.domain.VerificationPeriod;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;

/** Forms are written as sets: one statement for all people and one for all months. */
@ApplicationScoped
class JdbcForms implements Forms {

    private static final String ADD_FORM =
            "INSERT INTO service_point_form (form_id, kind, point_code, quarter_start, revision, sha256,"
                    + " correction_reason, received_by, received_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private static final String LET_STAND =
            "INSERT INTO form_standing (kind, point_code, quarter_start, form_id, revision) VALUES (?, ?, ?, ?, ?)"
                    + " ON CONFLICT (kind, point_code, quarter_start)"
                    + " DO UPDATE SET form_id = excluded.form_id, revision = excluded.revision"
                    + " WHERE form_standing.revision < excluded.revision";

    private static final String ADD_PEOPLE =
            "INSERT INTO form_member (form_id, quarter_start, member_id, kpm_id, note)"
                    + " SELECT ?, ?, p.* FROM unnest(?, ?, ?::text[]) AS p (member_id, kpm_id, note)";

    private static final String ADD_EVIDENCE =
            "INSERT INTO evidence (form_id, quarter_start, kind, point_code, revision, recorded_at, member_id, kpm_id,"
                    + " month, alpa, izin, sakit, jml, visits, is_closed) SELECT ?, ?, ?, ?, ?, ?, e.*"
                    + " FROM unnest(?, ?, ?, ?::int[], ?::int[], ?::int[], ?::int[], ?::int[], ?::bool[])"
                    + " AS e (member_id, kpm_id, month, alpa, izin, sakit, jml, visits, is_closed)";

    private record MonthEntry(Person person, YearMonth month, MonthEvidence evidence) {

        private <T> T school(Function<SchoolMonth, T> value) {
            return evidence instanceof SchoolMonth school ? value.apply(school) : null;
        }

        private <T> T health(Function<HealthMonth, T> value) {
            return evidence instanceof HealthMonth health ? value.apply(health) : null;
        }
    }

    private final Database database;

    JdbcForms(Database database) {
        this.database = database;
    }

    @Override
    public void lock(FormKind kind, String pointCode, VerificationPeriod quarter) {
        database.query(
                "SELECT pg_advisory_xact_lock(hashtextextended(?, 0))",
                row -> true,
                "form:" + kind + ":" + pointCode + ":" + quarter.text());
    }

    @Override
    public Optional<Standing> standing(
            FormKind kind, String pointCode, VerificationPeriod quarter) {
        return database.first(
                "SELECT form_id, revision FROM form_standing WHERE kind = ? AND point_code = ? AND quarter_start = ?",
                row -> new Standing(Database.id(row, "form_id"), row.getInt("revision")),
                kind.name(),
                pointCode,
                quarter.firstDay());
    }

    @Override
    public List<Person> people(Collection<String> nikTokens, AreaScope scope) {
        return database.query(
                "SELECT m.*, k.village_code FROM kpm_member m JOIN kpm k USING (kpm_id)"
                        + " WHERE m.nik_token = ANY (?) AND k.village_code LIKE ANY (?)",
                row ->
                        new Person(
                                Database.id(row, "kpm_id"),
                                Database.id(row, "member_id"),
                                row.getString("nik_token"),
                                row.getString("village_code"),
                                row.getString("component"),
                                Database.date(row, "component_since"),
                                Database.date(row, "component_until"),
                                row.getString("school_id")),
                nikTokens.toArray(),
                scope.likePatterns());
    }

    @Override
    public boolean reachesBeyond(UUID formId, AreaScope scope) {
        return database.first(
                        "SELECT 1 FROM form_member f JOIN kpm k USING (kpm_id)"
                                + " WHERE f.form_id = ? AND NOT k.village_code LIKE ANY (?) LIMIT 1",
                        row -> true,
                        formId,
                        scope.likePatterns())
                .isPresent();
    }

    @Override
    public Map<UUID, SortedMap<YearMonth, MonthEvidence>> entries(UUID formId) {
        Map<UUID, SortedMap<YearMonth, MonthEvidence>> entries = new HashMap<>();
        database.query(
                "SELECT member_id FROM form_member WHERE form_id = ?",
                row -> entries.put(Database.id(row, "member_id"), new TreeMap<>()),
                formId);
        database.query(
                "SELECT * FROM evidence WHERE form_id = ?",
                row ->
                        entries.get(Database.id(row, "member_id"))
                                .put(YearMonth.from(Database.date(row, "month")), evidence(row)),
                formId);
        return entries;
    }

    @Override
    public Set<UUID> familiesOn(UUID formId) {
        return new HashSet<>(
                database.query(
                        "SELECT DISTINCT kpm_id FROM form_member WHERE form_id = ?",
                        row -> Database.id(row, "kpm_id"),
                        formId));
    }

    @Override
    public void add(Received form, List<Entry> entries) {
        database.update(
                ADD_FORM,
                form.formId(),
                form.kind().name(),
                form.pointCode(),
                form.quarter().firstDay(),
                form.revision(),
                form.sha256(),
                form.correctionReason(),
                form.receivedBy(),
                form.receivedAt());
        database.update(
                LET_STAND,
                form.kind().name(),
                form.pointCode(),
                form.quarter().firstDay(),
                form.formId(),
                form.revision());
        database.update(
                ADD_PEOPLE,
                form.formId(),
                form.quarter().firstDay(),
                column(entries, e -> e.person().memberId()),
                column(entries, e -> e.person().kpmId()),
                column(entries, Entry::note));
        if (form.kind() == FormKind.HEALTH) {
            database.update(
                    "INSERT INTO health_point_village (point_code, village_code) SELECT ?, v FROM unnest(?) AS v"
                            + " ON CONFLICT DO NOTHING",
                    form.pointCode(),
                    entries.stream().map(e -> e.person().villageCode()).distinct().toArray());
        }
        List<MonthEntry> months =
                entries.stream()
                        .flatMap(
                                e ->
                                        e.months().entrySet().stream()
                                                .map(
                                                        m ->
                                                                new MonthEntry(
                                                                        e.person(),
                                                                        m.getKey(),
                                                                        m.getValue())))
                        .toList();
        if (!months.isEmpty()) {
            addEvidence(form, months);
        }
    }

    private void addEvidence(Received form, List<MonthEntry> months) {
        database.update(
                ADD_EVIDENCE,
                form.formId(),
                form.quarter().firstDay(),
                form.kind().name(),
                form.pointCode(),
                form.revision(),
                form.receivedAt(),
                column(months, m -> m.person().memberId()),
                column(months, m -> m.person().kpmId()),
                column(months, m -> m.month().atDay(1)),
                column(months, m -> m.school(SchoolMonth::alpa)),
                column(months, m -> m.school(SchoolMonth::izin)),
                column(months, m -> m.school(SchoolMonth::sakit)),
                column(months, m -> m.school(SchoolMonth::jml)),
                column(months, m -> m.health(HealthMonth::visits)),
                column(months, m -> m.health(HealthMonth::isClosed)));
    }

    @Override
    public Set<UUID> familiesWaitingFor(Received form) {
        if (form.revision() > 1) {
            return Set.of();
        }
        if (form.kind() == FormKind.SCHOOL) {
            return new HashSet<>(
                    database.query(
                            "SELECT DISTINCT kpm_id FROM kpm_member WHERE school_id = ?",
                            row -> Database.id(row, "kpm_id"),
                            form.pointCode()));
        }
        return new HashSet<>(
                database.query(
                        "SELECT r.kpm_id FROM commitment_result r JOIN kpm k USING (kpm_id)"
                                + " JOIN health_point_village v ON v.village_code = k.village_code AND v.point_code = ?"
                                + " WHERE r.quarter_start = ? AND r.superseded_at IS NULL"
                                + " AND r.not_verified_attribution = 'SERVICE_POINT'",
                        row -> Database.id(row, "kpm_id"),
                        form.pointCode(),
                        form.quarter().firstDay()));
    }

    private static MonthEvidence evidence(ResultSet row) throws SQLException {
        return row.getString("kind").equals(FormKind.SCHOOL.name())
                ? new SchoolMonth(
                        row.getInt("alpa"),
                        row.getInt("izin"),
                        row.getInt("sakit"),
                        row.getInt("jml"))
                : new HealthMonth(row.getInt("visits"), row.getBoolean("is_closed"));
    }
}
