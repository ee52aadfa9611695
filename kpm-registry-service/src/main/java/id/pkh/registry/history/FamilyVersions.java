package id.pkh.registry.history;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.pkh.platform.persistence.Conditions;
import id.pkh.platform.persistence.Database;
import id.pkh.registry.history.domain.Fact;
import id.pkh.registry.history.domain.FamilyVersion;
import id.pkh.registry.history.domain.FamilyVersion.PersonThen;
import id.pkh.registry.history.domain.FamilyVersion.SpanThen;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Reads what stood after each change of a family. */
@ApplicationScoped
class FamilyVersions {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String VERSIONS =
            "SELECT v.version, v.effective_on, v.village_code, v.group_code, v.paying_bank,"
                    + " v.caretaker_member_id, v.persons, v.changed_by, v.decision_id, v.update_id,"
                    + " v.file_id, v.line, v.recorded_at, h.reason,"
                    + " h.old_status, h.new_status, r.evidence_kind, r.evidence_on"
                    + " FROM kpm_version v"
                    + " LEFT JOIN kpm_status_history h"
                    + " ON h.kpm_id = v.kpm_id AND h.kpm_version = v.version"
                    + " LEFT JOIN family_update u ON u.update_id = v.update_id"
                    + " LEFT JOIN family_update_revision r"
                    + " ON r.update_id = u.update_id AND r.revision = u.revision WHERE ";

    private static final String STATUSES =
            "SELECT kpm_version AS version, effective_on AS since, recorded_at, new_status AS value"
                    + " FROM kpm_status_history WHERE kpm_id = :kpm ORDER BY kpm_version";

    private static final String FACILITATORS =
            "SELECT facilitator_id FROM facilitator_assignment WHERE role = 'FACILITATOR'"
                    + " AND village_code = :village AND valid_from <= :day"
                    + " AND coalesce(valid_until, 'infinity') >= :day ORDER BY valid_from";

    private final Database database;

    FamilyVersions(Database database) {
        this.database = database;
    }

    /** Every version, the oldest first. */
    List<FamilyVersion> all(UUID kpmId) {
        Conditions which = new Conditions().and("v.kpm_id = ?", kpmId);
        return read(which, " ORDER BY v.version", Integer.MAX_VALUE).stream()
                .map(VersionRecord::stood)
                .toList();
    }

    /**
     * The latest versions first.
     *
     * @param below only those before this one
     */
    List<VersionRecord> latest(UUID kpmId, long below, int limit) {
        Conditions which = new Conditions().and("v.kpm_id = ?", kpmId).and("v.version < ?", below);
        return read(which, " ORDER BY v.version DESC", limit);
    }

    private List<VersionRecord> read(Conditions which, String order, int limit) {
        return database.query(
                VERSIONS + which.sql() + order + " LIMIT :limit",
                q ->
                        q.bindMap(which.values())
                                .bind("limit", limit)
                                .map((row, context) -> record(row))
                                .list());
    }

    List<Fact> statuses(UUID kpmId) {
        return database.query(
                STATUSES, q -> q.bind("kpm", kpmId).map(database.rowsAs(Fact.class)).list());
    }

    /** Who answered for a village on a day: two during the overlap of a hand-over. */
    List<UUID> facilitatorsOf(String village, LocalDate day) {
        return database.query(
                FACILITATORS,
                q -> q.bind("village", village).bind("day", day).mapTo(UUID.class).list());
    }

    private static VersionRecord record(ResultSet row) throws SQLException {
        return new VersionRecord(
                new FamilyVersion(
                        row.getLong("version"),
                        row.getObject("effective_on", LocalDate.class),
                        row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                        row.getString("village_code"),
                        row.getString("group_code"),
                        row.getString("paying_bank"),
                        row.getObject("caretaker_member_id", UUID.class),
                        persons(row.getString("persons"))),
                row.getString("changed_by"),
                row.getString("reason"),
                row.getObject("decision_id", UUID.class),
                row.getObject("update_id", UUID.class),
                row.getString("evidence_kind"),
                row.getObject("evidence_on", LocalDate.class),
                row.getObject("file_id", UUID.class),
                row.getObject("line", Integer.class),
                row.getString("old_status"),
                row.getString("new_status"));
    }

    private static List<PersonThen> persons(String json) {
        List<PersonThen> persons = new ArrayList<>();
        for (JsonNode person : tree(json)) {
            List<SpanThen> spans = new ArrayList<>();
            for (JsonNode span : person.path("spans")) {
                spans.add(
                        new SpanThen(
                                span.path(0).textValue(),
                                day(span.path(1)),
                                day(span.path(2)),
                                span.path(3).textValue()));
            }
            persons.add(
                    new PersonThen(
                            UUID.fromString(person.path("id").textValue()),
                            day(person.path("left")),
                            day(person.path("died")),
                            spans));
        }
        return persons;
    }

    private static LocalDate day(JsonNode text) {
        return text.textValue() == null ? null : LocalDate.parse(text.textValue());
    }

    private static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a version holds no JSON", impossible);
        }
    }
}
