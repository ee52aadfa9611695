package id.pkh.registry.support;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.pkh.registry.family.domain.ComponentSpan;
import id.pkh.registry.family.domain.ComponentType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/** What stands in the service's database, for tests to look at. */
@ApplicationScoped
public class RegistryTables {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject DataSource database;

    /** One event in the outbox. */
    public record Published(String type, long sequence, String topic, JsonNode payload) {

        public String name() {
            return type.replaceAll("^id\\.pkh\\.registry\\.|\\.v1$", "");
        }
    }

    public List<Published> published(Object key) {
        return query(
                "SELECT event_type, sequence, topic, payload FROM outbox WHERE event_key = ? ORDER BY id",
                row ->
                        new Published(
                                row.getString(1),
                                row.getLong(2),
                                row.getString(3),
                                json(row.getBytes(4))),
                key.toString());
    }

    public List<String> names(Object key) {
        return published(key).stream().map(Published::name).toList();
    }

    public Published lastState(Object key) {
        return published(key).stream()
                .filter(event -> event.name().equals("kpm-state"))
                .reduce((first, last) -> last)
                .orElseThrow();
    }

    /** The components of a member, oldest first: those that are history, and the present one. */
    public List<ComponentSpan> spansOf(UUID member) {
        return query(
                "SELECT component, component_since, component_until, npsn FROM component_history"
                        + " WHERE member_id = ? UNION ALL"
                        + " SELECT component, component_since, component_until, npsn"
                        + " FROM family_member WHERE id = ? AND component IS NOT NULL ORDER BY 2",
                row ->
                        new ComponentSpan(
                                ComponentType.valueOf(row.getString(1)),
                                row.getObject(2, LocalDate.class),
                                row.getObject(3, LocalDate.class),
                                row.getString(4)),
                member,
                member);
    }

    /** A transaction that keeps these rows locked until it is closed. */
    public Connection locking(String select) throws SQLException {
        Connection connection = database.getConnection();
        connection.setAutoCommit(false);
        try (PreparedStatement statement = connection.prepareStatement(select + " FOR UPDATE")) {
            statement.execute();
        }
        return connection;
    }

    /** Every payload and key of the outbox as one text. */
    public String wholeOutbox() {
        return String.join(
                "\n",
                query(
                        "SELECT event_key, payload FROM outbox",
                        row ->
                                row.getString(1)
                                        + " "
                                        + new String(row.getBytes(2), StandardCharsets.UTF_8)));
    }

    public long count(String sql, Object... values) {
        return query(sql, row -> row.getLong(1), values).get(0);
    }

    public String text(String sql, Object... values) {
        return query(sql, row -> row.getString(1), values).get(0);
    }

    public void execute(String sql) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.execute();
        } catch (SQLException failed) {
            throw new IllegalStateException(sql, failed);
        }
    }

    private interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    private <T> List<T> query(String sql, Reader<T> reader, Object... values) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            List<T> found = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    found.add(reader.read(row));
                }
            }
            return found;
        } catch (SQLException failed) {
            throw new IllegalStateException(sql, failed);
        }
    }

    private static JsonNode json(byte[] payload) {
        try {
            return JSON.readTree(new String(payload, StandardCharsets.UTF_8));
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException(damaged);
        }
    }
}
