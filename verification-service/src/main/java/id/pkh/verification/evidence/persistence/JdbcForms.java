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
import id.pkh.verification.compliance.domain.AnsweringPoint;
import id.pkh.verification.compliance.domain.EvidenceLine;
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
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.statement.Update;

/** Forms are written as sets: one statement for all people and one for all months. */
@ApplicationScoped
class JdbcForms implements Forms {

    private static final String ADD_FORM =
            "INSERT INTO service_point_form (form_id, kind, point_code, quarter_start, revision, sha256,"
                    + " correction_reason, received_by, received_at) VALUES (:form, :kind, :point, :quarter, :revision,"
                    + " :sha256, :reason, :by, :at)";

    private static final String ADD_PEOPLE =
            "INSERT INTO form_member (form_id, quarter_start, member_id, kpm_id, note)"
                    + " SELECT :form, :quarter, p.* FROM unnest(:members, :kpms, :notes) AS p (member_id, kpm_id, note)";

    private static final String ADD_EVIDENCE =
            "INSERT INTO evidence (form_id, quarter_start, kind, point_code, revision, recorded_at, member_id, kpm_id,"
                    + " month, alpa, izin, sakit, jml, visits, is_closed, is_removed, cares)"
                    + " SELECT :form, :quarter, :kind, :point, :revision, :at, e.member_id, e.kpm_id, e.month, e.alpa, e.izin,"
                    + " e.sakit, e.jml, e.visits, e.is_closed, e.is_removed, string_to_array(e.cares, ',')"
                    + " FROM unnest(:members, :kpms, :months, :alpa, :izin, :sakit, :jml, :visits, :closed, :removed, :cares)"
                    + " AS e (member_id, kpm_id, month, alpa, izin, sakit, jml, visits, is_closed, is_removed, cares)";

    private static final String ADD_AREAS =
            "INSERT INTO form_area (kind, point_code, quarter_start, area_code)"
                    + " SELECT :kind, :point, :quarter, a FROM unnest(:areas) AS a ON CONFLICT DO NOTHING";

    private static final String LINES =
            "SELECT * FROM standing_line WHERE member_id = ANY (:members)"
                    + " AND month BETWEEN :from AND :until AND kind = :kind AND point_code = :point";

    private static final String NEARBY =
            "SELECT m.*, m.component_since AS since, m.component_until AS until, k.village_code"
                    + " FROM kpm_member m JOIN kpm k USING (kpm_id)"
                    + " WHERE m.nik_token = ANY (:tokens) AND NOT k.village_code LIKE ANY (:areas) AND ";

    private static final String PEOPLE_WHERE =
            "SELECT m.*, m.component_since AS since, m.component_until AS until, k.village_code"
                    + " FROM kpm_member m JOIN kpm k USING (kpm_id)"
                    + " WHERE k.village_code LIKE ANY (:areas) AND ";

    private static final String PEOPLE = PEOPLE_WHERE + "m.nik_token = ANY (:tokens)";

    private static final String MEMBERS = PEOPLE_WHERE + "m.member_id = ANY (:members)";

    private static final String PUPILS =
            "SELECT m.*, m.component_since AS since, m.component_until AS until, k.village_code"
                    + " FROM kpm_member m JOIN kpm k USING (kpm_id) WHERE m.school_id = :school"
                    + " AND m.component_since <= :last"
                    + " AND (m.component_until IS NULL OR m.component_until >= :first)";

    private static final String WAITING_FOR_SCHOOL =
            "SELECT DISTINCT m.kpm_id FROM kpm_member m JOIN kpm k USING (kpm_id)"
                    + " WHERE m.school_id = :point AND k.village_code LIKE ANY (:areas)";

    /** The service answers for the villages on its forms, or for the whole sub-district. */
    private static final String WAITING_FOR_SERVICE =
            "SELECT r.kpm_id FROM commitment_result r JOIN kpm k USING (kpm_id)"
                    + " WHERE r.quarter_start = :quarter AND r.superseded_at IS NULL"
                    + " AND r.not_verified_attribution = 'SERVICE_POINT' AND k.village_code LIKE ANY (:areas)"
                    + " AND left(k.village_code, :chars) IN"
                    + " (SELECT left(v.village_code, :chars) FROM visit_point_village v"
                    + " WHERE v.kind = :kind AND v.point_code = :point)";

    /** A person of other areas than the sender's is not counted: no line about her was taken. */
    private static final String ATTENDING =
            "SELECT k.village_code, count(DISTINCT m.kpm_id)::int AS families FROM service_point_form f"
                    + " JOIN form_member m ON m.form_id = f.form_id AND m.quarter_start = f.quarter_start"
                    + " JOIN kpm k ON k.kpm_id = m.kpm_id"
                    + " WHERE f.kind = 'HEALTH' AND f.point_code = :point AND f.quarter_start = :quarter"
                    + " AND m.note IS DISTINCT FROM 'OTHER_AREA' GROUP BY k.village_code";

    private static final String WHOLE_COUNTRY = "*";

    /** Keeps the arrays of a statement small, however many people are on a form. */
    private static final int LINES_A_STATEMENT = 15_000;

    /** A person and month on a form. */
    private record Line(Person person, YearMonth month, MonthEvidence entry, boolean isRemoved) {

        Line(Person person, YearMonth month, MonthEvidence entry) {
            this(person, month, entry, false);
        }
    }

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
    public int latestRevision(FormKind kind, String pointCode, VerificationPeriod quarter) {
        return latestRevision("", kind, pointCode, quarter, Map.of());
    }

    @Override
    public int latestRevisionOf(
            String sender, FormKind kind, String pointCode, VerificationPeriod quarter) {
        return latestRevision(
                " AND received_by = :sender", kind, pointCode, quarter, Map.of("sender", sender));
    }

    private int latestRevision(
            String narrower,
            FormKind kind,
            String pointCode,
            VerificationPeriod quarter,
            Map<String, String> values) {
        return database.query(
                "SELECT coalesce(max(revision), 0) FROM service_point_form"
                        + " WHERE kind = :kind AND point_code = :point AND quarter_start = :quarter"
                        + narrower,
                q ->
                        q.bindMap(values)
                                .bind("kind", kind)
                                .bind("point", pointCode)
                                .bind("quarter", quarter.firstDay())
                                .mapTo(Integer.class)
                                .one());
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
    public List<Person> members(Collection<UUID> memberIds, AreaScope scope) {
        return database.query(
                MEMBERS,
                q ->
                        q.bind("members", uuids(memberIds))
                                .bind("areas", texts(List.of(scope.likePatterns())))
                                .map(database.rowsAs(Person.class))
                                .list());
    }

    @Override
    public List<Person> peopleNearby(
            Collection<String> nikTokens, FormKind kind, String pointCode, AreaScope scope) {
        if (nikTokens.isEmpty() || scope.isEverywhere()) {
            return List.of();
        }
        boolean isSchool = kind == FormKind.SCHOOL;
        return database.query(
                NEARBY
                        + (isSchool
                                ? "m.school_id = :point"
                                : "left(k.village_code, :chars) = ANY (:subDistricts)"),
                q ->
                        (isSchool
                                        ? q.bind("point", pointCode)
                                        : q.bind("chars", AnsweringPoint.SUB_DISTRICT_CHARS)
                                                .bind(
                                                        "subDistricts",
                                                        texts(
                                                                scope.codes(),
                                                                AnsweringPoint::subDistrictOf)))
                                .bind("tokens", texts(nikTokens))
                                .bind("areas", texts(List.of(scope.likePatterns())))
                                .map(database.rowsAs(Person.class))
                                .list());
    }

    @Override
    public List<Person> pupils(String school, VerificationPeriod quarter) {
        return database.query(
                PUPILS,
                q ->
                        q.bind("school", school)
                                .bind("first", quarter.firstDay())
                                .bind("last", quarter.lastDay())
                                .map(database.rowsAs(Person.class))
                                .list());
    }

    @Override
    public List<EvidenceLine> lines(
            FormKind kind,
            String pointCode,
            VerificationPeriod quarter,
            Collection<UUID> memberIds) {
        return database.query(
                LINES,
                q ->
                        q.bind("members", uuids(memberIds))
                                .bind("from", quarter.firstMonth())
                                .bind("until", quarter.lastMonth())
                                .bind("kind", kind)
                                .bind("point", pointCode)
                                .map(database.rowsAs(EvidenceRow.class))
                                .map(EvidenceRow::line)
                                .list());
    }

    @Override
    public boolean add(Received form, List<Entry> entries, List<Person> elsewhere) {
        database.update(
                ADD_FORM,
                u ->
                        ofForm(u, form)
                                .bind("sha256", form.sha256())
                                .bind("reason", form.correctionReason())
                                .bind("by", form.receivedBy())
                                .bind("at", form.receivedAt()));
        List<Person> people = entries.stream().map(Entry::person).toList();
        addPeople(form, people, texts(entries, Entry::note));
        addPeople(form, elsewhere, texts(elsewhere, any -> "OTHER_AREA"));
        if (form.kind() != FormKind.SCHOOL) {
            database.update(
                    "INSERT INTO "
                            + (form.kind() == FormKind.HEALTH
                                    ? "health_point_village"
                                    : "social_point_village")
                            + " (point_code, village_code)"
                            + " SELECT DISTINCT :point, v FROM unnest(:villages) AS v ON CONFLICT DO NOTHING",
                    u ->
                            u.bind("point", form.pointCode())
                                    .bind("villages", texts(people, Person::villageCode)));
        }
        addEvidence(form, entries);
        Set<String> areas =
                form.areas().isEverywhere() ? Set.of(WHOLE_COUNTRY) : form.areas().codes();
        return database.update(
                        ADD_AREAS,
                        u ->
                                u.bind("kind", form.kind())
                                        .bind("point", form.pointCode())
                                        .bind("quarter", form.quarter().firstDay())
                                        .bind("areas", texts(areas)))
                > 0;
    }

    @Override
    public SortedMap<String, Integer> attending(String pointCode, VerificationPeriod quarter) {
        return database
                .query(
                        ATTENDING,
                        q ->
                                q.bind("point", pointCode)
                                        .bind("quarter", quarter.firstDay())
                                        .map(database.rowsAs(Attending.class))
                                        .list())
                .stream()
                .collect(
                        Collectors.toMap(
                                Attending::villageCode,
                                Attending::families,
                                Integer::sum,
                                TreeMap::new));
    }

    private record Attending(String villageCode, int families) {}

    private void addPeople(Received form, List<Person> people, Argument notes) {
        if (people.isEmpty()) {
            return;
        }
        database.update(
                ADD_PEOPLE,
                u ->
                        ofPeople(u, people)
                                .bind("form", form.formId())
                                .bind("quarter", form.quarter().firstDay())
                                .bind("notes", notes));
    }

    private void addEvidence(Received form, List<Entry> entries) {
        List<Line> lines = new ArrayList<>();
        for (Entry entry : entries) {
            entry.months()
                    .forEach((month, shown) -> lines.add(new Line(entry.person(), month, shown)));
            entry.removed().forEach(month -> lines.add(removal(form, entry.person(), month)));
        }
        for (int from = 0; from < lines.size(); from += LINES_A_STATEMENT) {
            addLines(form, lines.subList(from, Math.min(lines.size(), from + LINES_A_STATEMENT)));
        }
    }

    private void addLines(Received form, List<Line> lines) {
        database.update(
                ADD_EVIDENCE,
                u ->
                        ofPeople(ofForm(u, form), lines.stream().map(Line::person).toList())
                                .bind("at", form.receivedAt())
                                .bind("months", months(lines, Line::month))
                                .bind("alpa", numbers(lines, school(SchoolMonth::alpa)))
                                .bind("izin", numbers(lines, school(SchoolMonth::izin)))
                                .bind("sakit", numbers(lines, school(SchoolMonth::sakit)))
                                .bind("jml", numbers(lines, school(SchoolMonth::jml)))
                                .bind("visits", numbers(lines, health(HealthMonth::visits)))
                                .bind("closed", flags(lines, health(HealthMonth::isClosed)))
                                .bind("removed", flags(lines, Line::isRemoved))
                                .bind("cares", texts(lines, health(JdbcForms::cares))));
    }

    /** The row of a removal states nothing: its numbers are zero. */
    private static Line removal(Received form, Person person, YearMonth month) {
        MonthEvidence nothing =
                form.kind() == FormKind.SCHOOL
                        ? new SchoolMonth(0, 0, 0, 0)
                        : HealthMonth.visits(0);
        return new Line(person, month, nothing, true);
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

    /** Arrays of arrays cannot be unnested, so the codes of a line are passed as one text. */
    private static String cares(HealthMonth health) {
        return health.cares().isEmpty()
                ? null
                : health.sortedCares().stream().map(Enum::name).collect(Collectors.joining(","));
    }

    private static <T> Function<Line, T> school(Function<SchoolMonth, T> value) {
        return line -> line.entry() instanceof SchoolMonth school ? value.apply(school) : null;
    }

    private static <T> Function<Line, T> health(Function<HealthMonth, T> value) {
        return line -> line.entry() instanceof HealthMonth health ? value.apply(health) : null;
    }

    @Override
    public Set<UUID> familiesWaitingFor(Received form) {
        boolean isSchool = form.kind() == FormKind.SCHOOL;
        return database.query(
                isSchool ? WAITING_FOR_SCHOOL : WAITING_FOR_SERVICE,
                q ->
                        (isSchool
                                        ? q
                                        : q.bind("quarter", form.quarter().firstDay())
                                                .bind("kind", form.kind())
                                                .bind("chars", AnsweringPoint.SUB_DISTRICT_CHARS))
                                .bind("point", form.pointCode())
                                .bind("areas", texts(List.of(form.areas().likePatterns())))
                                .mapTo(UUID.class)
                                .set());
    }
}
