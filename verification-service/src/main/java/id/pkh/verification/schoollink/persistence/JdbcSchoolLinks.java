package id.pkh.verification.schoollink.persistence;

import static id.pkh.platform.persistence.SqlArrays.texts;
import static id.pkh.platform.persistence.SqlArrays.uuids;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import id.pkh.platform.persistence.AdvisoryLocks;
import id.pkh.platform.persistence.Conditions;
import id.pkh.platform.persistence.Database;
import id.pkh.platform.security.AreaScope;
import id.pkh.verification.compliance.EvidenceRow;
import id.pkh.verification.compliance.domain.SchoolMonth;
import id.pkh.verification.schoollink.SchoolLinks;
import id.pkh.verification.signal.domain.VerificationPeriod;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

@ApplicationScoped
class JdbcSchoolLinks implements SchoolLinks {

    private static final String WHOLE_COUNTRY = "*";

    private static final String ADD =
            "INSERT INTO school_link (link_id, school_id, quarter_start, areas, token_sha256, sealed_labels, created_at,"
                    + " created_by, expires_at) VALUES (:id, :school, :quarter, :areas, :hash, :labels, :at, :by, :expires)";

    private static final String LINKS =
            "SELECT l.link_id, l.school_id, l.quarter_start, array_to_string(l.areas, ',') AS areas, l.created_at,"
                    + " l.created_by, l.expires_at, l.opened, l.last_opened_at, l.withdrawn_at, l.withdrawn_by"
                    + " FROM school_link l WHERE EXISTS (SELECT FROM unnest(l.areas) a WHERE a LIKE ANY (:visible)) AND ";

    private static final String WORKING =
            "SELECT link_id, school_id, quarter_start, array_to_string(areas, ',') AS areas, expires_at, sealed_labels"
                    + " FROM school_link l WHERE token_sha256 = :hash AND withdrawn_at IS NULL AND expires_at > :now"
                    + " AND NOT EXISTS (SELECT FROM quarter_closing c, unnest(l.areas) a"
                    + " WHERE c.quarter_start = l.quarter_start"
                    + " AND (c.area_code = '*' OR a = c.area_code OR starts_with(a, c.area_code || '.')"
                    + " OR starts_with(c.area_code, a || '.'))) FOR UPDATE";

    private static final String PUPILS =
            "SELECT DISTINCT ON (m.member_id) m.member_id, m.kpm_id, m.component, m.birth_month"
                    + " FROM kpm_member m JOIN kpm k USING (kpm_id) WHERE m.school_id = :school"
                    + " AND k.status IN ('ACTIVE', 'SUSPENDED') AND k.village_code LIKE ANY (:areas)"
                    + " AND m.component = ANY (:components) AND m.component_since <= :last"
                    + " AND (m.component_until IS NULL OR m.component_until >= :first)"
                    + " ORDER BY m.member_id, m.component_since DESC";

    private static final String LINES =
            "SELECT * FROM standing_line WHERE member_id = ANY (:members) AND month BETWEEN :from AND :until"
                    + " AND kind = 'SCHOOL' AND point_code = :school AND sent_by = :sender";

    private record LinkRow(
            UUID linkId,
            String schoolId,
            LocalDate quarterStart,
            String areas,
            Instant createdAt,
            String createdBy,
            Instant expiresAt,
            int opened,
            Instant lastOpenedAt,
            Instant withdrawnAt,
            String withdrawnBy) {

        Link with(List<Sending> sendings) {
            return new Link(
                    linkId,
                    schoolId,
                    quarter(quarterStart),
                    scope(areas),
                    createdAt,
                    createdBy,
                    expiresAt,
                    opened,
                    lastOpenedAt,
                    withdrawnAt,
                    withdrawnBy,
                    sendings);
        }
    }

    private record OpenRow(
            UUID linkId,
            String schoolId,
            LocalDate quarterStart,
            String areas,
            Instant expiresAt,
            byte[] sealedLabels) {

        OpenLink link() {
            return new OpenLink(
                    linkId, schoolId, quarter(quarterStart), scope(areas), expiresAt, sealedLabels);
        }
    }

    private final Database database;
    private final AdvisoryLocks locks;

    JdbcSchoolLinks(Database database, AdvisoryLocks locks) {
        this.database = database;
        this.locks = locks;
    }

    @Override
    public void lock(String schoolId, VerificationPeriod quarter, String createdBy) {
        locks.take("school-links:" + schoolId + ":" + quarter.text() + ":" + createdBy);
    }

    @Override
    public int countWorking(
            String schoolId, VerificationPeriod quarter, String createdBy, Instant now) {
        return database.query(
                "SELECT count(*) FROM school_link WHERE school_id = :school AND quarter_start = :quarter"
                        + " AND created_by = :by AND withdrawn_at IS NULL AND expires_at > :now",
                q ->
                        q.bind("school", schoolId)
                                .bind("quarter", quarter.firstDay())
                                .bind("by", createdBy)
                                .bind("now", now)
                                .mapTo(Integer.class)
                                .one());
    }

    @Override
    public void add(NewLink link) {
        database.update(
                ADD,
                u ->
                        u.bind("id", link.linkId())
                                .bind("school", link.schoolId())
                                .bind("quarter", link.quarter().firstDay())
                                .bind(
                                        "areas",
                                        texts(
                                                link.areas().isEverywhere()
                                                        ? Set.of(WHOLE_COUNTRY)
                                                        : link.areas().codes()))
                                .bind("hash", link.tokenSha256())
                                .bind("labels", link.sealedLabels())
                                .bind("at", link.createdAt())
                                .bind("by", link.createdBy())
                                .bind("expires", link.expiresAt()));
    }

    @Override
    public List<Link> list(
            String schoolId, VerificationPeriod quarter, AreaScope scope, UUID after, int limit) {
        Conditions rows =
                new Conditions()
                        .andIfGiven("l.school_id = ?", schoolId)
                        .andIfGiven("l.link_id > ?", after);
        if (quarter != null) {
            rows.and("l.quarter_start = ?", quarter.firstDay());
        }
        return read(rows, scope, limit);
    }

    @Override
    public Optional<Link> find(UUID linkId, AreaScope scope) {
        return read(new Conditions().and("l.link_id = ?", linkId), scope, 1).stream().findFirst();
    }

    private List<Link> read(Conditions rows, AreaScope scope, int limit) {
        List<LinkRow> links =
                database.query(
                        LINKS + rows.sql() + " ORDER BY l.link_id LIMIT :limit",
                        q ->
                                q.bindMap(rows.values())
                                        .bind("visible", texts(List.of(scope.likePatterns())))
                                        .bind("limit", limit)
                                        .map(database.rowsAs(LinkRow.class))
                                        .list());
        Map<UUID, List<Sending>> sendings =
                database.query(
                        "SELECT * FROM school_link_sending WHERE link_id = ANY (:ids) ORDER BY link_id, number",
                        q ->
                                q.bind("ids", uuids(links, LinkRow::linkId))
                                        .map(database.rowsAs(Sending.class))
                                        .collect(groupingBy(Sending::linkId)));
        return links.stream()
                .map(row -> row.with(sendings.getOrDefault(row.linkId(), List.of())))
                .toList();
    }

    @Override
    public void withdraw(UUID linkId, String by, Instant now) {
        database.update(
                "UPDATE school_link SET withdrawn_at = :now, withdrawn_by = :by, sealed_labels = NULL"
                        + " WHERE link_id = :id AND withdrawn_at IS NULL",
                u -> u.bind("id", linkId).bind("by", by).bind("now", now));
    }

    @Override
    public List<UUID> overWithLabels(Instant now, UUID after, int limit) {
        Conditions rows =
                new Conditions()
                        .and("sealed_labels IS NOT NULL AND expires_at <= ?", now)
                        .andIfGiven("link_id > ?", after);
        return database.query(
                "SELECT link_id FROM school_link WHERE "
                        + rows.sql()
                        + " ORDER BY link_id LIMIT :limit",
                q -> q.bindMap(rows.values()).bind("limit", limit).mapTo(UUID.class).list());
    }

    @Override
    public void deleteLabels(Collection<UUID> linkIds) {
        database.update(
                "UPDATE school_link SET sealed_labels = NULL"
                        + " WHERE link_id = ANY (:ids) AND sealed_labels IS NOT NULL",
                u -> u.bind("ids", uuids(linkIds)));
    }

    @Override
    public void review(UUID linkId, int upTo, String by, Instant now) {
        database.update(
                "UPDATE school_link_sending SET reviewed_at = :now, reviewed_by = :by"
                        + " WHERE link_id = :id AND number <= :upTo AND reviewed_at IS NULL",
                u -> u.bind("id", linkId).bind("upTo", upTo).bind("by", by).bind("now", now));
    }

    @Override
    public Optional<OpenLink> working(String tokenSha256, Instant now) {
        return database.query(
                WORKING,
                q ->
                        q.bind("hash", tokenSha256)
                                .bind("now", now)
                                .map(database.rowsAs(OpenRow.class))
                                .map(OpenRow::link)
                                .findOne());
    }

    @Override
    public void countOpening(UUID linkId, Instant now) {
        database.update(
                "UPDATE school_link SET opened = opened + 1, last_opened_at = :now WHERE link_id = :id",
                u -> u.bind("id", linkId).bind("now", now));
    }

    @Override
    public int latestSending(UUID linkId) {
        return database.query(
                "SELECT coalesce(max(number), 0) FROM school_link_sending WHERE link_id = :id",
                q -> q.bind("id", linkId).mapTo(Integer.class).one());
    }

    @Override
    public void addSending(Sending sending) {
        database.update(
                "INSERT INTO school_link_sending (link_id, number, form_id, rows_applied, rows_refused, sent_at)"
                        + " VALUES (:id, :number, :form, :applied, :refused, :at)",
                u ->
                        u.bind("id", sending.linkId())
                                .bind("number", sending.number())
                                .bind("form", sending.formId())
                                .bind("applied", sending.rowsApplied())
                                .bind("refused", sending.rowsRefused())
                                .bind("at", sending.sentAt()));
    }

    @Override
    public List<Pupil> pupils(
            String schoolId, VerificationPeriod quarter, Set<String> components, AreaScope areas) {
        return database.query(
                PUPILS,
                q ->
                        q.bind("school", schoolId)
                                .bind("areas", texts(List.of(areas.likePatterns())))
                                .bind("components", texts(components))
                                .bind("first", quarter.firstDay())
                                .bind("last", quarter.lastDay())
                                .map(database.rowsAs(Pupil.class))
                                .list());
    }

    @Override
    public Map<UUID, Map<YearMonth, SchoolMonth>> lines(
            String schoolId,
            VerificationPeriod quarter,
            String sender,
            Collection<UUID> memberIds) {
        return database.query(
                LINES,
                q ->
                        q.bind("members", uuids(memberIds))
                                .bind("from", quarter.firstMonth())
                                .bind("until", quarter.lastMonth())
                                .bind("school", schoolId)
                                .bind("sender", sender)
                                .map(database.rowsAs(EvidenceRow.class))
                                .collect(
                                        groupingBy(
                                                EvidenceRow::memberId,
                                                toMap(
                                                        EvidenceRow::month,
                                                        row -> (SchoolMonth) row.evidence()))));
    }

    private static VerificationPeriod quarter(LocalDate firstDay) {
        return VerificationPeriod.quarterOf(YearMonth.from(firstDay));
    }

    private static AreaScope scope(String areas) {
        return AreaScope.of(List.of(areas.split(",")));
    }
}
