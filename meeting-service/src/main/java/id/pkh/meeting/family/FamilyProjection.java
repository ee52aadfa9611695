package id.pkh.meeting.family;

import static id.pkh.platform.persistence.SqlArrays.days;
import static id.pkh.platform.persistence.SqlArrays.flags;
import static id.pkh.platform.persistence.SqlArrays.numbers;
import static id.pkh.platform.persistence.SqlArrays.texts;
import static id.pkh.platform.persistence.SqlArrays.uuids;

import id.pkh.meeting.family.domain.FamilyStatus;
import id.pkh.meeting.family.domain.MembershipHistory;
import id.pkh.meeting.family.domain.MembershipHistory.Span;
import id.pkh.meeting.family.domain.MembershipHistory.Version;
import id.pkh.platform.persistence.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.statement.Update;

/**
 * The families as this service knows them. A version that is already known, or that is older than
 * the known one, changes nothing but the history, so repeated or reordered events do no harm.
 */
@ApplicationScoped
public class FamilyProjection {

    private final Database database;

    FamilyProjection(Database database) {
        this.database = database;
    }

    /** Records versions of families; returns which of them are in another group now. */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<GroupChange> apply(List<FamilyState> states) {
        Map<String, FamilyState> newest = new TreeMap<>();
        for (FamilyState state : states) {
            newest.merge(
                    state.kpmId().toString(), state, (a, b) -> a.version() >= b.version() ? a : b);
        }
        List<UUID> ids = newest.values().stream().map(FamilyState::kpmId).toList();
        Map<UUID, KnownFamily> before = known(ids);
        upsert(newest.values());
        keepServices(newest.values());
        remember(states);
        derive(ids);
        return changes(before, newest.values());
    }

    /** What is known of a family. */
    private record KnownFamily(UUID kpmId, long version, String groupCode, String status) {

        private static final KnownFamily NONE = new KnownFamily(null, Long.MIN_VALUE, null, "");

        String group() {
            return groupOf(groupCode, new FamilyStatus(status));
        }
    }

    private Map<UUID, KnownFamily> known(List<UUID> ids) {
        return database
                .query(
                        "SELECT kpm_id, version, group_code, status FROM family WHERE kpm_id = ANY (:ids)"
                                + " ORDER BY kpm_id FOR UPDATE",
                        q ->
                                q.bind("ids", uuids(ids))
                                        .map(database.rowsAs(KnownFamily.class))
                                        .list())
                .stream()
                .collect(Collectors.toMap(KnownFamily::kpmId, Function.identity()));
    }

    private void upsert(Collection<FamilyState> newest) {
        database.update(
                "INSERT INTO family (kpm_id, village_code, group_code, caretaker_nik_token, status, version,"
                        + " occurred_on)"
                        + " SELECT * FROM unnest(:ids, :villages, :groups, :caretakers, :statuses, :versions, :days)"
                        + " ON CONFLICT (kpm_id) DO UPDATE SET village_code = excluded.village_code,"
                        + " group_code = excluded.group_code, caretaker_nik_token = excluded.caretaker_nik_token,"
                        + " status = excluded.status, version = excluded.version, occurred_on = excluded.occurred_on"
                        + " WHERE family.version < excluded.version",
                u -> bind(u, newest).bind("villages", texts(newest, FamilyState::villageCode)));
    }

    /** Only those of the version that is known now: an older one that arrives late says nothing. */
    private void keepServices(Collection<FamilyState> newest) {
        database.update(
                "UPDATE family f SET needs_clinic = s.needs FROM unnest(:ids, :versions, :needs) AS s (id, version, needs)"
                        + " WHERE f.kpm_id = s.id AND f.version = s.version AND f.needs_clinic <> s.needs",
                u ->
                        u.bind("ids", uuids(newest, FamilyState::kpmId))
                                .bind("versions", numbers(newest, FamilyState::version))
                                .bind(
                                        "needs",
                                        flags(newest, state -> state.services().needsClinic())));
        List<AtSchool> schools =
                newest.stream()
                        .flatMap(
                                state ->
                                        state.services().schoolIds().stream()
                                                .map(
                                                        school ->
                                                                new AtSchool(
                                                                        state.kpmId(),
                                                                        state.version(),
                                                                        school)))
                        .toList();
        database.update(
                "DELETE FROM family_school s USING family f, unnest(:ids, :versions) AS n (id, version)"
                        + " WHERE s.kpm_id = n.id AND f.kpm_id = n.id AND f.version = n.version",
                u ->
                        u.bind("ids", uuids(newest, FamilyState::kpmId))
                                .bind("versions", numbers(newest, FamilyState::version)));
        database.update(
                "INSERT INTO family_school (kpm_id, school_id) SELECT n.id, n.school"
                        + " FROM unnest(:ids, :versions, :schools) AS n (id, version, school)"
                        + " JOIN family f ON f.kpm_id = n.id AND f.version = n.version ON CONFLICT DO NOTHING",
                u ->
                        u.bind("ids", uuids(schools, AtSchool::kpmId))
                                .bind("versions", numbers(schools, AtSchool::version))
                                .bind("schools", texts(schools, AtSchool::schoolId)));
    }

    /** A version of a family, and a school of one of its members. */
    private record AtSchool(UUID kpmId, long version, String schoolId) {}

    private void remember(List<FamilyState> states) {
        database.update(
                "INSERT INTO family_version (kpm_id, version, occurred_on, group_code, caretaker_nik_token, status)"
                        + " SELECT * FROM unnest(:ids, :versions, :days, :groups, :caretakers, :statuses)"
                        + " ON CONFLICT (kpm_id, version) DO NOTHING",
                u -> bind(u, states));
    }

    private static Update bind(Update update, Collection<FamilyState> states) {
        return update.bind("ids", uuids(states, FamilyState::kpmId))
                .bind("groups", texts(states, FamilyState::groupCode))
                .bind("caretakers", texts(states, FamilyState::caretakerNikToken))
                .bind("statuses", texts(states, state -> state.status().code()))
                .bind("versions", numbers(states, FamilyState::version))
                .bind("days", days(states, FamilyState::occurredOn));
    }

    /** A version of a family. */
    private record KnownVersion(
            UUID kpmId, long version, LocalDate occurredOn, String groupCode, String status) {

        Version version(FamilyStatus of) {
            return new Version(version, occurredOn, groupCode, of);
        }
    }

    private record MemberSpan(UUID kpmId, Span span) {}

    private void derive(List<UUID> ids) {
        Map<UUID, List<Version>> versions = new HashMap<>();
        database.query(
                        "SELECT kpm_id, version, occurred_on, group_code, status FROM family_version"
                                + " WHERE kpm_id = ANY (:ids)",
                        q ->
                                q.bind("ids", uuids(ids))
                                        .map(database.rowsAs(KnownVersion.class))
                                        .list())
                .forEach(
                        row ->
                                versions.computeIfAbsent(row.kpmId(), kpm -> new ArrayList<>())
                                        .add(row.version(new FamilyStatus(row.status()))));
        List<MemberSpan> spans = new ArrayList<>();
        versions.forEach(
                (kpm, published) ->
                        MembershipHistory.of(published)
                                .forEach(span -> spans.add(new MemberSpan(kpm, span))));
        database.update(
                "DELETE FROM group_membership WHERE kpm_id = ANY (:ids)",
                u -> u.bind("ids", uuids(ids)));
        database.update(
                "INSERT INTO group_membership (kpm_id, group_code, status, from_date, until_date)"
                        + " SELECT * FROM unnest(:ids, :groups, :statuses, :from, :until)",
                u ->
                        u.bind("ids", uuids(spans, MemberSpan::kpmId))
                                .bind("groups", texts(spans, of -> of.span().groupCode()))
                                .bind("statuses", texts(spans, of -> of.span().status().code()))
                                .bind("from", days(spans, of -> of.span().from()))
                                .bind("until", days(spans, of -> of.span().until())));
    }

    private static List<GroupChange> changes(
            Map<UUID, KnownFamily> before, Collection<FamilyState> newest) {
        List<GroupChange> changes = new ArrayList<>();
        for (FamilyState state : newest) {
            KnownFamily known = before.getOrDefault(state.kpmId(), KnownFamily.NONE);
            String to = groupOf(state.groupCode(), state.status());
            if (state.version() > known.version() && !Objects.equals(known.group(), to)) {
                changes.add(
                        new GroupChange(
                                state.kpmId(),
                                known.group(),
                                to,
                                state.occurredOn(),
                                state.version()));
            }
        }
        return changes;
    }

    private static String groupOf(String groupCode, FamilyStatus status) {
        return status.isInProgramme() ? groupCode : null;
    }
}
