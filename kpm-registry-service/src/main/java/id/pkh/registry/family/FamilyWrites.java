package id.pkh.registry.family;

import com.github.f4b6a3.uuid.UuidCreator;
import id.pkh.registry.family.domain.ComponentSpan;
import id.pkh.registry.family.domain.Family;
import id.pkh.registry.family.domain.FamilyDetails;
import id.pkh.registry.family.domain.Member;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** The rows of changed families, in batches. */
@ApplicationScoped
class FamilyWrites {

    private static final String INSERT_FAMILY =
            "INSERT INTO kpm (family_card_cipher, family_card_token, caretaker_member_id,"
                    + " village_code, group_code, paying_bank, account_cipher, account_token,"
                    + " address_cipher, status, participating_since, version, changed_at, id,"
                    + " recorded_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private static final String UPDATE_FAMILY =
            "UPDATE kpm SET family_card_cipher = ?, family_card_token = ?,"
                    + " caretaker_member_id = ?, village_code = ?, group_code = ?,"
                    + " paying_bank = ?, account_cipher = ?, account_token = ?,"
                    + " address_cipher = ?, status = ?, participating_since = ?, version = ?,"
                    + " changed_at = ? WHERE id = ?";

    private static final String RAISE_VERSIONS =
            "UPDATE kpm SET version = version + 1, changed_at = ? WHERE id = ANY (?)";

    private static final String INSERT_MEMBER =
            "INSERT INTO family_member (kpm_id, nik_cipher, nik_token, name_cipher, birth_date,"
                    + " sex, component, component_since, component_until, npsn, nisn, grade,"
                    + " changed_at, id, recorded_at)"
                    + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private static final String UPDATE_MEMBER =
            "UPDATE family_member SET kpm_id = ?, nik_cipher = ?, nik_token = ?, name_cipher = ?,"
                    + " birth_date = ?, sex = ?, component = ?, component_since = ?,"
                    + " component_until = ?, npsn = ?, nisn = ?, grade = ?, changed_at = ?"
                    + " WHERE id = ?";

    private static final String INSERT_STATUS =
            "INSERT INTO kpm_status_history (id, kpm_id, old_status, new_status, reason,"
                    + " decision_id, effective_on, decided_by, kpm_version, recorded_at)"
                    + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private static final String INSERT_DISPLACED =
            "INSERT INTO component_history (id, member_id, kpm_id, component, component_since,"
                    + " component_until, changed_by, recorded_at, npsn)"
                    + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private final AgroalDataSource database;

    FamilyWrites(AgroalDataSource database) {
        this.database = database;
    }

    /** A member with the family that it belongs to. */
    private record Of(Family family, Member member) {}

    /** A component that became history, with the member who carried it. */
    private record Displaced(Of of, ComponentSpan span) {}

    void write(List<Family> changed, Provenance provenance) {
        List<Family> families = changed.stream().sorted(Comparator.comparing(Family::id)).toList();
        OffsetDateTime now = provenance.at().atOffset(ZoneOffset.UTC);
        List<Family> known = families.stream().filter(family -> !family.isNew()).toList();
        List<Of> added = members(families, Family::addedMembers);
        List<Of> updated = members(known, Family::changedMembers);
        try (Connection connection = database.getConnection()) {
            batch(
                    connection,
                    INSERT_FAMILY,
                    families.stream().filter(Family::isNew).toList(),
                    (row, family) -> insert(row, family, now));
            batch(
                    connection,
                    UPDATE_FAMILY,
                    known.stream().filter(Family::isRowChanged).toList(),
                    (row, family) -> set(row, family, now));
            raiseVersions(
                    connection,
                    known.stream().filter(family -> !family.isRowChanged()).toList(),
                    now);
            batch(connection, INSERT_MEMBER, added, (row, member) -> insert(row, member, now));
            batch(connection, UPDATE_MEMBER, updated, (row, member) -> set(row, member, now));
            batch(
                    connection,
                    INSERT_STATUS,
                    families.stream().filter(FamilyWrites::isStatusChanged).toList(),
                    (row, family) -> status(row, family, provenance, now));
            batch(
                    connection,
                    INSERT_DISPLACED,
                    Stream.concat(added.stream(), updated.stream())
                            .flatMap(FamilyWrites::displaced)
                            .toList(),
                    (row, displaced) -> displaced(row, displaced, provenance.by(), now));
        } catch (SQLException failed) {
            throw new SqlFailure("writing families", failed);
        }
    }

    private static List<Of> members(List<Family> families, Function<Family, List<Member>> which) {
        return families.stream()
                .flatMap(family -> which.apply(family).stream().map(m -> new Of(family, m)))
                .toList();
    }

    private static Stream<Displaced> displaced(Of of) {
        return of.family().displacedOf(of.member()).stream().map(span -> new Displaced(of, span));
    }

    private static boolean isStatusChanged(Family family) {
        return family.statusBefore().filter(family.status()::equals).isEmpty();
    }

    /** Families of which only members changed, in one statement. */
    private static void raiseVersions(
            Connection connection, List<Family> families, OffsetDateTime now) throws SQLException {
        if (families.isEmpty()) {
            return;
        }
        Object[] ids = families.stream().map(Family::id).toArray();
        try (PreparedStatement raise = connection.prepareStatement(RAISE_VERSIONS)) {
            raise.setObject(1, now);
            raise.setArray(2, connection.createArrayOf("uuid", ids));
            raise.executeUpdate();
        }
    }

    private interface Binder<T> {
        void bind(PreparedStatement row, T value) throws SQLException;
    }

    private static <T> void batch(
            Connection connection, String sql, List<T> values, Binder<T> binder)
            throws SQLException {
        if (values.isEmpty()) {
            return;
        }
        try (PreparedStatement row = connection.prepareStatement(sql)) {
            for (T value : values) {
                binder.bind(row, value);
                row.addBatch();
            }
            row.executeBatch();
        }
    }

    private static void insert(PreparedStatement row, Family family, OffsetDateTime now)
            throws SQLException {
        set(row, family, now);
        row.setObject(15, now);
    }

    private static void set(PreparedStatement row, Family family, OffsetDateTime now)
            throws SQLException {
        FamilyDetails details = family.details();
        row.setBytes(1, family.card().cipher());
        row.setString(2, family.card().token());
        row.setObject(3, family.caretaker().id());
        row.setString(4, details.villageCode());
        row.setString(5, details.groupCode());
        row.setString(6, details.payingBank() == null ? null : details.payingBank().name());
        row.setBytes(7, details.account().cipher());
        row.setString(8, details.account().token());
        row.setBytes(9, details.address().cipher());
        row.setString(10, family.status().name());
        row.setObject(11, details.participatingSince());
        row.setLong(12, family.version());
        row.setObject(13, now);
        row.setObject(14, family.id());
    }

    private static void insert(PreparedStatement row, Of of, OffsetDateTime now)
            throws SQLException {
        set(row, of, now);
        row.setObject(15, now);
    }

    private static void set(PreparedStatement row, Of of, OffsetDateTime now) throws SQLException {
        Member member = of.member();
        ComponentSpan component = member.components().present();
        boolean carries = component != null;
        row.setObject(1, of.family().id());
        row.setBytes(2, member.nik().cipher());
        row.setString(3, member.nik().token());
        row.setBytes(4, member.name().cipher());
        row.setObject(5, member.birthDate(), Types.DATE);
        row.setString(6, member.sex().name());
        row.setString(7, carries ? component.type().name() : null);
        row.setObject(8, carries ? component.since() : null, Types.DATE);
        row.setObject(9, carries ? component.until() : null, Types.DATE);
        row.setString(10, carries ? component.school() : null);
        row.setString(11, member.nisn());
        row.setString(12, member.grade());
        row.setObject(13, now);
        row.setObject(14, member.id());
    }

    private static void status(
            PreparedStatement row, Family family, Provenance provenance, OffsetDateTime now)
            throws SQLException {
        row.setObject(1, UuidCreator.getTimeOrderedEpoch());
        row.setObject(2, family.id());
        row.setString(3, family.statusBefore().map(Enum::name).orElse(null));
        row.setString(4, family.status().name());
        row.setString(5, provenance.reason());
        row.setObject(6, provenance.decisionId(), Types.OTHER);
        row.setObject(7, family.changedOn());
        row.setString(8, provenance.by());
        row.setLong(9, family.version());
        row.setObject(10, now);
    }

    private static void displaced(
            PreparedStatement row, Displaced displaced, String by, OffsetDateTime now)
            throws SQLException {
        ComponentSpan span = displaced.span();
        row.setObject(1, UuidCreator.getTimeOrderedEpoch());
        row.setObject(2, displaced.of().member().id());
        row.setObject(3, displaced.of().family().id());
        row.setString(4, span.type().name());
        row.setObject(5, span.since());
        row.setObject(6, span.until());
        row.setString(7, by);
        row.setObject(8, now);
        row.setString(9, span.school());
    }
}
