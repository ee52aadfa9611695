package id.pkh.benchmarks.inbox;

import id.pkh.benchmarks.states.FamilyStates.Versioned;
import id.pkh.contracts.registry.KpmState;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/**
 * Keeps the newest state of each family: one statement per batch, whatever the order of the states.
 */
public final class StateUpsert {

    private static final String SQL =
            """
            INSERT INTO bench_state (kpm_id, status, village_code, group_code, caretaker_member_id,
                   caretaker_nik_token, paying_bank, account_known, occurred_on, recorded_at, version)
            SELECT * FROM unnest(?::uuid[], ?::text[], ?::text[], ?::text[], ?::uuid[], ?::text[],
                                 ?::text[], ?::boolean[], ?::date[], ?::timestamptz[], ?::bigint[])
            ON CONFLICT (kpm_id) DO UPDATE
               SET status = excluded.status, village_code = excluded.village_code,
                   group_code = excluded.group_code,
                   caretaker_member_id = excluded.caretaker_member_id,
                   caretaker_nik_token = excluded.caretaker_nik_token,
                   paying_bank = excluded.paying_bank, account_known = excluded.account_known,
                   occurred_on = excluded.occurred_on, recorded_at = excluded.recorded_at,
                   version = excluded.version
             WHERE bench_state.version < excluded.version
            """;

    private StateUpsert() {}

    /**
     * The newest state of each family, in the order of the key, so that two writers cannot
     * deadlock.
     */
    public static List<Versioned> newest(Collection<Versioned> states) {
        Map<UUID, Versioned> newest = new HashMap<>();
        for (Versioned next : states) {
            newest.merge(next.state().kpmId(), next, (a, b) -> a.version() >= b.version() ? a : b);
        }
        return newest.values().stream()
                .sorted(Comparator.comparing(versioned -> versioned.state().kpmId()))
                .toList();
    }

    public static void write(Connection connection, List<Versioned> rows) throws SQLException {
        try (PreparedStatement upsert = connection.prepareStatement(SQL)) {
            Arrays arrays = new Arrays(upsert, rows);
            arrays.of("uuid", KpmState::kpmId);
            arrays.text(KpmState::status);
            arrays.text(KpmState::villageCode);
            arrays.text(KpmState::groupCode);
            arrays.of("uuid", KpmState::caretakerMemberId);
            arrays.text(KpmState::caretakerNikToken);
            arrays.text(KpmState::payingBank);
            arrays.of("boolean", KpmState::accountKnown);
            arrays.of("date", KpmState::occurredOn);
            arrays.of("timestamptz", state -> state.recordedAt().atOffset(ZoneOffset.UTC));
            arrays.versions();
            upsert.executeUpdate();
        }
    }

    private static final class Arrays {

        private final PreparedStatement statement;
        private final List<Versioned> rows;
        private int parameter;

        Arrays(PreparedStatement statement, List<Versioned> rows) {
            this.statement = statement;
            this.rows = rows;
        }

        void of(String type, Function<KpmState, Object> column) throws SQLException {
            set(type, rows.stream().map(row -> column.apply(row.state())).toArray());
        }

        /** An array of its own type is sent in binary. */
        void text(Function<KpmState, String> column) throws SQLException {
            set("text", rows.stream().map(row -> column.apply(row.state())).toArray(String[]::new));
        }

        void versions() throws SQLException {
            set("bigint", rows.stream().map(Versioned::version).toArray(Long[]::new));
        }

        private void set(String type, Object[] values) throws SQLException {
            statement.setArray(++parameter, statement.getConnection().createArrayOf(type, values));
        }
    }
}
