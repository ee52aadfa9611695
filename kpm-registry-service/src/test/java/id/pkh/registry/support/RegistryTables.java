package id.pkh.registry.support;

import id.pkh.registry.family.domain.ComponentSpan;
import id.pkh.registry.family.domain.ComponentType;
import id.pkh.testsupport.events.PublishedEvent;
import id.pkh.testsupport.events.PublishedEvents;
import id.pkh.testsupport.rows.Rows;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/** Reads the tables of the service. */
@Singleton
public class RegistryTables extends Rows {

    private final PublishedEvents published;

    RegistryTables(DataSource database) {
        super(database);
        this.published = new PublishedEvents(this);
    }

    public List<PublishedEvent> published(Object key) {
        return published.about(key);
    }

    public List<String> names(Object key) {
        return published.names(key);
    }

    public PublishedEvent lastState(Object key) {
        return published(key).stream()
                .filter(event -> event.name().equals("kpm-state"))
                .reduce((first, last) -> last)
                .orElseThrow();
    }

    /** The past components of a member, the oldest first, and then the present one. */
    public List<ComponentSpan> spansOf(UUID member) {
        return read(
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

    /** Every payload and key of the outbox as one text. */
    public String wholeOutbox() {
        return String.join(
                "\n",
                read(
                        "SELECT event_key, payload FROM outbox",
                        row ->
                                row.getString(1)
                                        + " "
                                        + new String(row.getBytes(2), StandardCharsets.UTF_8)));
    }
}
