package id.pkh.registry.family;

import id.pkh.platform.messaging.outbox.Outbox;
import id.pkh.registry.family.domain.ComponentSpan;
import id.pkh.registry.family.domain.ComponentType;
import id.pkh.registry.family.domain.Components;
import id.pkh.registry.family.domain.Family;
import id.pkh.registry.family.domain.FamilyDetails;
import id.pkh.registry.family.domain.KpmStatus;
import id.pkh.registry.family.domain.Member;
import id.pkh.registry.family.domain.PayingBank;
import id.pkh.registry.family.domain.Sex;
import id.pkh.registry.identity.domain.Sealed;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Families to change, one or the hundreds of a chunk, in as many statements. It is the only writer
 * of their tables: single changes and lists take the same locks and obey the same rules.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class Families {

    /** In order of id, so that two changes of the same families never wait in a circle. */
    private static final String LOCK =
            "SELECT id, family_card_cipher, family_card_token, caretaker_member_id, village_code,"
                    + " group_code, paying_bank, account_cipher, account_token, address_cipher,"
                    + " status, participating_since, version"
                    + " FROM kpm WHERE %s = ANY (?) ORDER BY id FOR UPDATE";

    private static final String MEMBERS =
            "SELECT id, kpm_id, nik_cipher, nik_token, name_cipher, birth_date, sex, component,"
                    + " component_since, component_until, npsn, nisn, grade"
                    + " FROM family_member WHERE kpm_id = ANY (?)";

    private static final String HISTORY =
            "SELECT member_id, component, component_since, component_until, npsn"
                    + " FROM component_history WHERE kpm_id = ANY (?) ORDER BY component_since";

    private static final String HOLDERS =
            "SELECT nik_token, kpm_id FROM family_member WHERE nik_token = ANY (?)";

    private final AgroalDataSource database;
    private final FamilyWrites writes;
    private final Outbox outbox;

    Families(AgroalDataSource database, FamilyWrites writes, Outbox outbox) {
        this.database = database;
        this.writes = writes;
        this.outbox = outbox;
    }

    public Optional<Family> lock(UUID id) {
        return load("id", "uuid", List.of(id)).stream().findFirst();
    }

    public List<Family> lockByCard(Collection<String> cardTokens) {
        return load("family_card_token", "text", cardTokens);
    }

    /** Which family holds each of these NIKs; without those that nobody on record has. */
    public Map<String, UUID> holdersOf(Collection<String> nikTokens) {
        Map<String, UUID> holders = new HashMap<>();
        try (Connection connection = database.getConnection()) {
            query(
                    connection,
                    HOLDERS,
                    "text",
                    nikTokens,
                    row -> holders.put(row.getString(1), row.getObject(2, UUID.class)));
        } catch (SQLException failed) {
            throw new SqlFailure("reading holders", failed);
        }
        return holders;
    }

    /** Writes those that changed and appends their events; each family is one version higher. */
    public void save(Collection<Family> families, Provenance provenance) {
        List<Family> changed = families.stream().filter(Family::isChanged).toList();
        writes.write(changed, provenance);
        outbox.appendAll(
                changed.stream()
                        .flatMap(family -> KpmEvents.of(family, provenance).stream())
                        .toList());
    }

    private List<Family> load(String key, String type, Collection<?> keys) {
        try (Connection connection = database.getConnection()) {
            Map<UUID, List<ComponentSpan>> past = new HashMap<>();
            Map<UUID, Map<UUID, Member>> members = new HashMap<>();
            List<LockedRow> rows =
                    query(connection, LOCK.formatted(key), type, keys, Families::family);
            List<UUID> ids = rows.stream().map(LockedRow::id).toList();
            query(
                    connection,
                    HISTORY,
                    "uuid",
                    ids,
                    row ->
                            past.computeIfAbsent(
                                            row.getObject("member_id", UUID.class),
                                            id -> new ArrayList<>())
                                    .add(span(row)));
            query(
                    connection,
                    MEMBERS,
                    "uuid",
                    ids,
                    row -> {
                        Member member = member(row, past);
                        return members.computeIfAbsent(
                                        row.getObject("kpm_id", UUID.class), id -> new TreeMap<>())
                                .put(member.id(), member);
                    });
            return rows.stream().map(row -> row.with(members.get(row.id()))).toList();
        } catch (SQLException failed) {
            throw new SqlFailure("reading families", failed);
        }
    }

    private record LockedRow(
            UUID id,
            Sealed card,
            long version,
            FamilyDetails details,
            KpmStatus status,
            UUID caretakerId) {

        Family with(Map<UUID, Member> members) {
            return Family.onRecord(id, card, version, details, status, caretakerId, members);
        }
    }

    private interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    private static <T> List<T> query(
            Connection connection, String sql, String type, Collection<?> keys, RowReader<T> reader)
            throws SQLException {
        List<T> found = new ArrayList<>();
        if (keys.isEmpty()) {
            return found;
        }
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setArray(1, connection.createArrayOf(type, keys.toArray()));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    found.add(reader.read(row));
                }
            }
        }
        return found;
    }

    private static LockedRow family(ResultSet row) throws SQLException {
        String bank = row.getString("paying_bank");
        return new LockedRow(
                row.getObject("id", UUID.class),
                new Sealed(row.getBytes("family_card_cipher"), row.getString("family_card_token")),
                row.getLong("version"),
                new FamilyDetails(
                        row.getString("village_code"),
                        row.getString("group_code"),
                        bank == null ? null : PayingBank.valueOf(bank),
                        new Sealed(row.getBytes("account_cipher"), row.getString("account_token")),
                        new Sealed(row.getBytes("address_cipher"), null),
                        row.getObject("participating_since", LocalDate.class)),
                KpmStatus.valueOf(row.getString("status")),
                row.getObject("caretaker_member_id", UUID.class));
    }

    private static Member member(ResultSet row, Map<UUID, List<ComponentSpan>> past)
            throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        return new Member(
                id,
                new Sealed(row.getBytes("nik_cipher"), row.getString("nik_token")),
                new Sealed(row.getBytes("name_cipher"), null),
                row.getObject("birth_date", LocalDate.class),
                Sex.valueOf(row.getString("sex")),
                new Components(span(row), past.getOrDefault(id, List.of())),
                row.getString("nisn"),
                row.getString("grade"));
    }

    private static ComponentSpan span(ResultSet row) throws SQLException {
        String component = row.getString("component");
        return component == null
                ? null
                : new ComponentSpan(
                        ComponentType.valueOf(component),
                        row.getObject("component_since", LocalDate.class),
                        row.getObject("component_until", LocalDate.class),
                        row.getString("npsn"));
    }
}
