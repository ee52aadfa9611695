package id.pkh.registry.imports;

import id.pkh.registry.enrolment.domain.ComponentSpan;
import id.pkh.registry.enrolment.domain.ComponentType;
import id.pkh.registry.enrolment.domain.KpmStatus;
import id.pkh.registry.enrolment.domain.PayingBank;
import id.pkh.registry.enrolment.domain.Sex;
import id.pkh.registry.identity.Sealed;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
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
import java.util.UUID;

/** Loads the families of a chunk in four statements, whatever their number. */
@ApplicationScoped
class JdbcFamilies {

    /** In order of id, as every other change locks them one by one. */
    private static final String LOCK =
            "SELECT id, family_card_cipher, family_card_token, caretaker_member_id, village_code,"
                    + " group_code, paying_bank, account_cipher, account_token, address_cipher,"
                    + " status, participating_since, version"
                    + " FROM kpm WHERE family_card_token = ANY (?) ORDER BY id FOR UPDATE";

    private static final String MEMBERS =
            "SELECT id, kpm_id, nik_cipher, nik_token, name_cipher, birth_date, sex, component,"
                    + " component_since, component_until, npsn, nisn, grade"
                    + " FROM family_member WHERE kpm_id = ANY (?)";

    private static final String HOLDERS =
            "SELECT nik_token, kpm_id FROM family_member WHERE nik_token = ANY (?)";

    private static final String HISTORY =
            "SELECT kpm_id, member_id, component, component_since, component_until, npsn"
                    + " FROM component_history WHERE kpm_id = ANY (?)";

    private final AgroalDataSource database;

    JdbcFamilies(AgroalDataSource database) {
        this.database = database;
    }

    /** Locks the families of these cards and loads them, with the holders of these NIKs. */
    Families load(Collection<String> cardTokens, Collection<String> nikTokens) {
        try (Connection connection = database.getConnection()) {
            List<FamilyRecord> families =
                    query(connection, LOCK, "text", cardTokens, JdbcFamilies::family);
            List<UUID> ids = families.stream().map(FamilyRecord::id).toList();
            Map<UUID, List<MemberRecord>> members = new HashMap<>();
            query(connection, MEMBERS, "uuid", ids, JdbcFamilies::member)
                    .forEach(
                            member ->
                                    members.computeIfAbsent(member.kpmId(), id -> new ArrayList<>())
                                            .add(member));
            Map<UUID, List<FamilyState.Displaced>> history = new HashMap<>();
            query(connection, HISTORY, "uuid", ids, row -> addDisplaced(history, row));
            Map<String, UUID> holders = new HashMap<>();
            query(
                    connection,
                    HOLDERS,
                    "text",
                    nikTokens,
                    row -> holders.put(row.getString(1), row.getObject(2, UUID.class)));
            return new Families(
                    families.stream()
                            .map(
                                    family ->
                                            FamilyState.onRecord(
                                                    family,
                                                    members.getOrDefault(family.id(), List.of()),
                                                    history.getOrDefault(family.id(), List.of())))
                            .toList(),
                    holders);
        } catch (SQLException failed) {
            throw new SqlFailure("reading families", failed);
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

    private static FamilyRecord family(ResultSet row) throws SQLException {
        String bank = row.getString("paying_bank");
        return new FamilyRecord(
                row.getObject("id", UUID.class),
                new Sealed(row.getBytes("family_card_cipher"), row.getString("family_card_token")),
                row.getObject("caretaker_member_id", UUID.class),
                row.getString("village_code"),
                row.getString("group_code"),
                bank == null ? null : PayingBank.valueOf(bank),
                new Sealed(row.getBytes("account_cipher"), row.getString("account_token")),
                row.getBytes("address_cipher"),
                KpmStatus.valueOf(row.getString("status")),
                row.getObject("participating_since", LocalDate.class),
                row.getLong("version"));
    }

    private static MemberRecord member(ResultSet row) throws SQLException {
        return new MemberRecord(
                row.getObject("id", UUID.class),
                row.getObject("kpm_id", UUID.class),
                new Sealed(row.getBytes("nik_cipher"), row.getString("nik_token")),
                row.getBytes("name_cipher"),
                row.getObject("birth_date", LocalDate.class),
                Sex.valueOf(row.getString("sex")),
                span(row),
                row.getString("npsn"),
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
                        row.getObject("component_until", LocalDate.class));
    }

    private static boolean addDisplaced(
            Map<UUID, List<FamilyState.Displaced>> history, ResultSet row) throws SQLException {
        return history.computeIfAbsent(row.getObject("kpm_id", UUID.class), id -> new ArrayList<>())
                .add(
                        new FamilyState.Displaced(
                                row.getObject("member_id", UUID.class),
                                span(row),
                                row.getString("npsn")));
    }
}
