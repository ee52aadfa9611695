package id.pkh.meeting.family;

import id.pkh.meeting.Database;
import id.pkh.meeting.family.domain.MembershipHistory;
import id.pkh.meeting.family.domain.MembershipHistory.Span;
import id.pkh.meeting.family.domain.MembershipHistory.Version;
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

/**
 * What this service remembers of the families. A version that is already known or older than what
 * is known changes nothing but the history, so repeats and swapped events do no harm.
 */
@ApplicationScoped
public class FamilyProjection {

    private final Database database;

    FamilyProjection(Database database) {
        this.database = database;
    }

    /** Takes in versions of families and tells which of them are in another group now. */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<GroupChange> apply(List<FamilyState> states) {
        Map<String, FamilyState> newest = new TreeMap<>();
        for (FamilyState state : states) {
            newest.merge(
                    state.kpmId().toString(), state, (a, b) -> a.version() >= b.version() ? a : b);
        }
        List<UUID> ids = newest.values().stream().map(FamilyState::kpmId).toList();
        Map<UUID, Known> before = known(ids);
        upsert(newest.values());
        remember(states);
        derive(ids);
        return changes(before, newest.values());
    }

    private record Known(long version, String group) {}

    private Map<UUID, Known> known(List<UUID> ids) {
        Map<UUID, Known> known = new HashMap<>();
        database.query(
                "SELECT kpm_id, version, group_code, status FROM family WHERE kpm_id = ANY (?)"
                        + " ORDER BY kpm_id FOR UPDATE",
                row ->
                        known.put(
                                row.getObject("kpm_id", UUID.class),
                                new Known(
                                        row.getLong("version"),
                                        groupOf(
                                                row.getString("group_code"),
                                                row.getString("status")))),
                Database.uuids(ids));
        return known;
    }

    private void upsert(Collection<FamilyState> newest) {
        database.update(
                "INSERT INTO family (kpm_id, village_code, group_code, caretaker_nik_token, status, version,"
                        + " occurred_on)"
                        + " SELECT * FROM unnest(?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[], ?::bigint[],"
                        + " ?::date[])"
                        + " ON CONFLICT (kpm_id) DO UPDATE SET village_code = excluded.village_code,"
                        + " group_code = excluded.group_code, caretaker_nik_token = excluded.caretaker_nik_token,"
                        + " status = excluded.status, version = excluded.version, occurred_on = excluded.occurred_on"
                        + " WHERE family.version < excluded.version",
                Database.uuids(newest.stream().map(FamilyState::kpmId).toList()),
                Database.texts(newest.stream().map(FamilyState::villageCode).toList()),
                Database.texts(newest.stream().map(FamilyState::groupCode).toList()),
                Database.texts(newest.stream().map(FamilyState::caretakerNikToken).toList()),
                Database.texts(newest.stream().map(FamilyState::status).toList()),
                Database.numbers(newest.stream().map(FamilyState::version).toList()),
                Database.dates(newest.stream().map(FamilyState::occurredOn).toList()));
    }

    private void remember(List<FamilyState> states) {
        database.update(
                "INSERT INTO family_version (kpm_id, version, occurred_on, group_code, caretaker_nik_token, status)"
                        + " SELECT * FROM unnest(?::uuid[], ?::bigint[], ?::date[], ?::text[], ?::text[], ?::text[])"
                        + " ON CONFLICT (kpm_id, version) DO NOTHING",
                Database.uuids(states.stream().map(FamilyState::kpmId).toList()),
                Database.numbers(states.stream().map(FamilyState::version).toList()),
                Database.dates(states.stream().map(FamilyState::occurredOn).toList()),
                Database.texts(states.stream().map(FamilyState::groupCode).toList()),
                Database.texts(states.stream().map(FamilyState::caretakerNikToken).toList()),
                Database.texts(states.stream().map(FamilyState::status).toList()));
    }

    private void derive(List<UUID> ids) {
        Map<UUID, List<Version>> versions = new HashMap<>();
        database.query(
                "SELECT kpm_id, version, occurred_on, group_code, status FROM family_version WHERE kpm_id = ANY (?)",
                row ->
                        versions.computeIfAbsent(
                                        row.getObject("kpm_id", UUID.class),
                                        kpm -> new ArrayList<>())
                                .add(
                                        new Version(
                                                row.getLong("version"),
                                                row.getObject("occurred_on", LocalDate.class),
                                                row.getString("group_code"),
                                                row.getString("status"))),
                Database.uuids(ids));
        List<UUID> owners = new ArrayList<>();
        List<Span> spans = new ArrayList<>();
        versions.forEach(
                (kpm, said) ->
                        MembershipHistory.of(said)
                                .forEach(
                                        span -> {
                                            owners.add(kpm);
                                            spans.add(span);
                                        }));
        database.update("DELETE FROM group_membership WHERE kpm_id = ANY (?)", Database.uuids(ids));
        database.update(
                "INSERT INTO group_membership (kpm_id, group_code, status, from_date, until_date)"
                        + " SELECT * FROM unnest(?::uuid[], ?::text[], ?::text[], ?::date[], ?::date[])",
                Database.uuids(owners),
                Database.texts(spans.stream().map(Span::groupCode).toList()),
                Database.texts(spans.stream().map(Span::status).toList()),
                Database.dates(spans.stream().map(Span::from).toList()),
                Database.dates(spans.stream().map(Span::until).toList()));
    }

    private static List<GroupChange> changes(
            Map<UUID, Known> before, Collection<FamilyState> newest) {
        List<GroupChange> changes = new ArrayList<>();
        for (FamilyState state : newest) {
            Known known = before.getOrDefault(state.kpmId(), new Known(Long.MIN_VALUE, null));
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

    private static String groupOf(String groupCode, String status) {
        return MembershipHistory.isInProgramme(status) ? groupCode : null;
    }
}
