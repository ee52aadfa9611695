package id.pkh.verification.evidence.persistence;

import static id.pkh.platform.persistence.SqlArrays.flags;
import static id.pkh.platform.persistence.SqlArrays.months;
import static id.pkh.platform.persistence.SqlArrays.numbers;
import static id.pkh.platform.persistence.SqlArrays.texts;
import static id.pkh.platform.persistence.SqlArrays.uuids;

import id.pkh.platform.persistence.AdvisoryLocks;
import id.pkh.platform.persistence.Database;
import id.pkh.platform.security.AreaScope;
import id.pkh.verification.compliance.EvidenceRow;
import id.pkh.verification.compliance.domain.HealthMonth;
import id.pkh.verification.compliance.domain.MonthEvidence;
import id.pkh.verification.compliance.domain.SchoolMonth;
import id.pkh.verification.evidence.Forms;
import id.pkh.verification.evidence.form.FormKind;
import id.pkh.verification.signal.domain.VerificationPeriod;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.statement.Update;

/** Forms are written as sets: one statement for all people and one for all months. */
@ApplicationScoped
class JdbcForms implements Forms {

    private static final String ADD_FORM =
            "INSERT INTO service_point_form (form_id, kind, point_code, quarter_start, revision, sha256,"
                    + " correction_reason, received_by, received_at) VALUES (:form, :kind, :point, :quarter, :revision,"
                    + " :sha256, :reason, :by, :at)";

    private static final String SUPERSEDE =
            "INSERT INTO form_standing (kind, point_code, quarter_start, form_id, revision)"
                    + " VALUES (:kind, :point, :quarter, :form, :revision)"
                    + " ON CONFLICT (kind, point_code, quarter_start)"
                    + " DO UPDATE SET form_id = excluded.form_id, revision = excluded.revision"
                    + " WHERE form_standing.revision < excluded.revision";

    private static final String ADD_PEOPLE =
            "INSERT INTO form_member (form_id, quarter_start, member_id, kpm_id, note)"
                    + " SELECT :form, :quarter, p.* FROM unnest(:members, :kpms, :notes) AS p (member_id, kpm_id, note)";

    private static final String ADD_EVIDENCE =
            "INSERT INTO evidence (form_id, quarter_start, kind, point_code, revision, recorded_at, member_id, kpm_id,"
                    + " month, alpa, izin, sakit, jml, visits, is_closed)"
                    + " SELECT :form, :quarter, :kind, :point, :revision, :at, e.*"
                    + " FROM unnest(:members, :kpms, :months, :alpa, :izin, :sakit, :jml, :visits, :closed)"
                    + " AS e (member_id, kpm_id, month, alpa, izin, sakit, jml, visits, is_closed)";

    private static final String PEOPLE =
            "SELECT m.*, m.component_since AS since, m.component_until AS until, k.village_code"
                    + " FROM kpm_member m JOIN kpm k USING (kpm_id)"
                    + " WHERE m.nik_token = ANY (:tokens) AND k.village_code LIKE ANY (:areas)";

    private static final String WAITING_FOR_HEALTH =
            "SELECT r.kpm_id FROM commitment_result r JOIN kpm k USING (kpm_id)"
                    + " JOIN health_point_village v ON v.village_code = k.village_code AND v.point_code = :point"
                    + " WHERE r.quarter_start = :quarter AND r.superseded_at IS NULL"
                    + " AND r.not_verified_attribution = 'SERVICE_POINT'";

    private final Database database;

    private final AdvisoryLocks locks;

    JdbcForms(Database database, AdvisoryLocks locks) {
        this.database = database;
        this.locks = locks;
    }

    @Override
    public void lock(FormKind kind, String pointCode, VerificationPeriod quarter) {
        locks.take("form:" + kind + ":" + pointCode + ":" + quarter.text());
    }

    @Override
    public Optional<CurrentForm> current(
            FormKind kind, String pointCode, VerificationPeriod quarter) {
        return database.query(
                "SELECT form_id, revision FROM form_standing"
                        + " WHERE kind = :kind AND point_code = :point AND quarter_start = :quarter",
                q ->
                        q.bind("kind", kind)
                                .bind("point", pointCode)
                                .bind("quarter", quarter.firstDay())
                                .map(database.rowsAs(CurrentForm.class))
                                .findOne());
    }

    @Override
    public List<Person> people(Collection<String> nikTokens, AreaScope scope) {
        return database.query(
                PEOPLE,
                q ->
                        q.bind("tokens", texts(nikTokens))
                                .bind("areas", texts(List.of(scope.likePatterns())))
                                .map(database.rowsAs(Person.class))
                                .list());
    }

    @Override
    public boolean reachesBeyond(UUID formId, AreaScope scope) {
        return database.query(
                "SELECT EXISTS (SELECT FROM form_member f JOIN kpm k USING (kpm_id)"
                        + " WHERE f.form_id = :form AND NOT k.village_code LIKE ANY (:areas))",
                q ->
                        q.bind("form", formId)
                                .bind("areas", texts(List.of(scope.likePatterns())))
                                .mapTo(Boolean.class)
                                .one());
    }

    @Override
    public Map<UUID, SortedMap<YearMonth, MonthEvidence>> entries(UUID formId) {
        Map<UUID, SortedMap<YearMonth, MonthEvidence>> entries = new HashMap<>();
        ids("SELECT member_id FROM form_member WHERE form_id = :form", formId)
                .forEach(memberId -> entries.put(memberId, new TreeMap<>()));
        database.query(
                        "SELECT * FROM evidence WHERE form_id = :form",
                        q -> q.bind("form", formId).map(database.rowsAs(EvidenceRow.class)).list())
                .forEach(row -> entries.get(row.memberId()).put(row.month(), row.evidence()));
        return entries;
    }

    @Override
    public Set<UUID> familiesOn(UUID formId) {
        return ids("SELECT DISTINCT kpm_id FROM form_member WHERE form_id = :form", formId);
    }

    private Set<UUID> ids(String sql, UUID formId) {
        return database.query(sql, q -> q.bind("form", formId).mapTo(UUID.class).set());
    }

    @Override
    public void add(Received form, List<Entry> entries) {
        database.update(
                ADD_FORM,
                u ->
                        ofForm(u, form)
                                .bind("sha256", form.sha256())
                                .bind("reason", form.correctionReason())
                                .bind("by", form.receivedBy())
                                .bind("at", form.receivedAt()));
        database.update(SUPERSEDE, u -> ofForm(u, form));
        List<Person> people = entries.stream().map(Entry::person).toList();
        database.update(
                ADD_PEOPLE,
                u ->
                        ofPeople(u, people)
                                .bind("form", form.formId())
                                .bind("quarter", form.quarter().firstDay())
                                .bind("notes", texts(entries, Entry::note)));
        if (form.kind() == FormKind.HEALTH) {
            database.update(
                    "INSERT INTO health_point_village (point_code, village_code)"
                            + " SELECT DISTINCT :point, v FROM unnest(:villages) AS v ON CONFLICT DO NOTHING",
                    u ->
                            u.bind("point", form.pointCode())
                                    .bind("villages", texts(people, Person::villageCode)));
        }
        addEvidence(form, entries);
    }

    private void addEvidence(Received form, List<Entry> entries) {
        List<Person> people = new ArrayList<>();
        List<YearMonth> months = new ArrayList<>();
        List<MonthEvidence> evidence = new ArrayList<>();
        for (Entry entry : entries) {
            entry.months()
                    .forEach(
                            (month, shown) -> {
                                people.add(entry.person());
                                months.add(month);
                                evidence.add(shown);
                            });
        }
        database.update(
                ADD_EVIDENCE,
                u ->
                        ofPeople(ofForm(u, form), people)
                                .bind("at", form.receivedAt())
                                .bind("months", months(months, month -> month))
                                .bind("alpa", numbers(evidence, school(SchoolMonth::alpa)))
                                .bind("izin", numbers(evidence, school(SchoolMonth::izin)))
                                .bind("sakit", numbers(evidence, school(SchoolMonth::sakit)))
                                .bind("jml", numbers(evidence, school(SchoolMonth::jml)))
                                .bind("visits", numbers(evidence, health(HealthMonth::visits)))
                                .bind("closed", flags(evidence, health(HealthMonth::isClosed))));
    }

    private static Update ofForm(Update update, Received form) {
        return update.bind("form", form.formId())
                .bind("kind", form.kind())
                .bind("point", form.pointCode())
                .bind("quarter", form.quarter().firstDay())
                .bind("revision", form.revision());
    }

    private static Update ofPeople(Update update, List<Person> people) {
        return update.bind("members", uuids(people, Person::memberId))
                .bind("kpms", uuids(people, Person::kpmId));
    }

    private static <T> Function<MonthEvidence, T> school(Function<SchoolMonth, T> value) {
        return evidence -> evidence instanceof SchoolMonth school ? value.apply(school) : null;
    }

    private static <T> Function<MonthEvidence, T> health(Function<HealthMonth, T> value) {
        return evidence -> evidence instanceof HealthMonth health ? value.apply(health) : null;
    }

    @Override
    public Set<UUID> familiesWaitingFor(Received form) {
        if (form.revision() > 1) {
            return Set.of();
        }
        if (form.kind() == FormKind.SCHOOL) {
            return database.query(
                    "SELECT DISTINCT kpm_id FROM kpm_member WHERE school_id = :point",
                    q -> q.bind("point", form.pointCode()).mapTo(UUID.class).set());
        }
        return database.query(
                WAITING_FOR_HEALTH,
                q ->
                        q.bind("point", form.pointCode())
                                .bind("quarter", form.quarter().firstDay())
                                .mapTo(UUID.class)
                                .set());
    }
}
