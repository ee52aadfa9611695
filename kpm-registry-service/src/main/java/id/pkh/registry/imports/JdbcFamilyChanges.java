package id.pkh.registry.imports;

import com.github.f4b6a3.uuid.UuidCreator;
import id.pkh.platform.messaging.outbox.Outbox;
import id.pkh.platform.messaging.outbox.Sequenced;
import id.pkh.registry.enrolment.KpmEvents;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;

/** Writes what a chunk changed, in batches, and tells the others: one state a family. */
@ApplicationScoped
class JdbcFamilyChanges {

    private static final String REASON_REGISTERED = "REGISTERED";

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
            "INSERT INTO kpm_status_history (id, kpm_id, new_status, reason, effective_on,"
                    + " decided_by, kpm_version, recorded_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)";

    private static final String INSERT_DISPLACED =
            "INSERT INTO component_history (id, member_id, kpm_id, component, component_since,"
                    + " component_until, changed_by, recorded_at, npsn)"
                    + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private final AgroalDataSource database;
    private final Outbox outbox;

    JdbcFamilyChanges(AgroalDataSource database, Outbox outbox) {
        this.database = database;
        this.outbox = outbox;
    }

    void write(Families families, Chunk chunk) {
        List<FamilyState> added = sorted(families, FamilyState::isNew);
        List<FamilyState> changed = sorted(families, s -> !s.isNew() && s.isChanged());
        changed.forEach(FamilyState::raiseVersion);
        List<FamilyState> touched = new ArrayList<>(added);
        touched.addAll(changed);
        OffsetDateTime now = chunk.now().atOffset(ZoneOffset.UTC);
        try (Connection connection = database.getConnection()) {
            batch(connection, INSERT_FAMILY, added, (row, state) -> insert(row, state, now));
            batch(
                    connection,
                    UPDATE_FAMILY,
                    changed.stream().filter(FamilyState::isRowChanged).toList(),
                    (row, state) -> set(row, state, now));
            raiseVersions(
                    connection,
                    changed.stream().filter(state -> !state.isRowChanged()).toList(),
                    now);
            batch(
                    connection,
                    INSERT_MEMBER,
                    touched.stream().flatMap(state -> state.addedMembers().stream()).toList(),
                    (row, member) -> insert(row, member, now));
            batch(
                    connection,
                    UPDATE_MEMBER,
                    changed.stream().flatMap(state -> state.changedMembers().stream()).toList(),
                    (row, member) -> set(row, member, now));
            batch(
                    connection,
                    INSERT_STATUS,
                    added,
                    (row, state) -> registered(row, state, chunk.subject(), now));
            for (FamilyState state : changed) {
                batch(
                        connection,
                        INSERT_DISPLACED,
                        state.displaced(),
                        (row, displaced) -> displaced(row, state, displaced, chunk.subject(), now));
            }
        } catch (SQLException failed) {
            throw new SqlFailure("writing families", failed);
        }
        outbox.appendAll(events(added, changed, chunk.now()));
    }

    private static List<Sequenced> events(
            List<FamilyState> added, List<FamilyState> changed, Instant now) {
        List<Sequenced> events = new ArrayList<>();
        for (FamilyState state : added) {
            events.addAll(
                    KpmEvents.registered(
                            state.factsNow(), state.family().participatingSince(), now));
        }
        for (FamilyState state : changed) {
            events.addAll(
                    KpmEvents.changed(
                            state.factsBefore(), state.factsNow(), state.changedOn(), now, ""));
        }
        return events;
    }

    private static List<FamilyState> sorted(Families families, Predicate<FamilyState> which) {
        return families.all().stream()
                .filter(which)
                .sorted(Comparator.comparing(state -> state.family().id()))
                .toList();
    }

    /** Families of which only members changed, in one statement. */
    private static void raiseVersions(
            Connection connection, List<FamilyState> states, OffsetDateTime now)
            throws SQLException {
        if (states.isEmpty()) {
            return;
        }
        Object[] ids = states.stream().map(state -> state.family().id()).toArray();
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

    private static void insert(PreparedStatement row, FamilyState state, OffsetDateTime now)
            throws SQLException {
        set(row, state, now);
        row.setObject(15, now);
    }

    private static void set(PreparedStatement row, FamilyState state, OffsetDateTime now)
            throws SQLException {
        FamilyRecord family = state.family();
        row.setBytes(1, family.card().cipher());
        row.setString(2, family.card().token());
        row.setObject(3, family.caretakerMemberId());
        row.setString(4, family.villageCode());
        row.setString(5, family.groupCode());
        row.setString(6, family.bank() == null ? null : family.bank().name());
        row.setBytes(7, family.account().cipher());
        row.setString(8, family.account().token());
        row.setBytes(9, family.addressCipher());
        row.setString(10, family.status().name());
        row.setObject(11, family.participatingSince());
        row.setLong(12, family.version());
        row.setObject(13, now);
        row.setObject(14, family.id());
    }

    private static void insert(PreparedStatement row, MemberRecord member, OffsetDateTime now)
            throws SQLException {
        set(row, member, now);
        row.setObject(15, now);
    }

    private static void set(PreparedStatement row, MemberRecord member, OffsetDateTime now)
            throws SQLException {
        row.setObject(1, member.kpmId());
        row.setBytes(2, member.nik().cipher());
        row.setString(3, member.nik().token());
        row.setBytes(4, member.nameCipher());
        row.setObject(5, member.birthDate(), Types.DATE);
        row.setString(6, member.sex().name());
        boolean carries = member.component() != null;
        row.setString(7, carries ? member.component().type().name() : null);
        row.setObject(8, carries ? member.component().since() : null, Types.DATE);
        row.setObject(9, carries ? member.component().until() : null, Types.DATE);
        row.setString(10, member.npsn());
        row.setString(11, member.nisn());
        row.setString(12, member.grade());
        row.setObject(13, now);
        row.setObject(14, member.id());
    }

    private static void registered(
            PreparedStatement row, FamilyState state, String by, OffsetDateTime now)
            throws SQLException {
        row.setObject(1, UuidCreator.getTimeOrderedEpoch());
        row.setObject(2, state.family().id());
        row.setString(3, state.family().status().name());
        row.setString(4, REASON_REGISTERED);
        row.setObject(5, state.family().participatingSince());
        row.setString(6, by);
        row.setLong(7, state.family().version());
        row.setObject(8, now);
    }

    private static void displaced(
            PreparedStatement row,
            FamilyState state,
            FamilyState.Displaced displaced,
            String by,
            OffsetDateTime now)
            throws SQLException {
        UUID id = UuidCreator.getTimeOrderedEpoch();
        row.setObject(1, id);
        row.setObject(2, displaced.memberId());
        row.setObject(3, state.family().id());
        row.setString(4, displaced.span().type().name());
        row.setObject(5, displaced.span().since());
        row.setObject(6, displaced.span().until());
        row.setString(7, by);
        row.setObject(8, now);
        row.setString(9, displaced.npsn());
    }
}
