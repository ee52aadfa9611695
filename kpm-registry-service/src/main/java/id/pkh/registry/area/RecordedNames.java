package id.pkh.registry.area;

import id.pkh.platform.areas.CountryAreas;
import id.pkh.platform.persistence.Database;
import id.pkh.platform.web.area.AreaNames;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The names of the decree, and of the areas that were added by files. Those are few; they are read
 * again after a minute, because another process may have added some.
 */
@ApplicationScoped
public class RecordedNames implements AreaNames {

    private static final Duration FRESH = Duration.ofMinutes(1);
    private static final String ADDED = "SELECT code, name FROM area WHERE decree IS NULL";

    private record Added(Map<String, String> names, Instant readAt) {}

    private final Database database;
    private final Clock clock;
    private volatile Added added = new Added(Map.of(), Instant.MIN);

    RecordedNames(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public Optional<String> of(String code) {
        return CountryAreas.shipped().name(code).or(() -> Optional.ofNullable(added().get(code)));
    }

    /** What was added by this process is known at once. */
    public void forget() {
        added = new Added(Map.of(), Instant.MIN);
    }

    private Map<String, String> added() {
        Added known = added;
        Instant now = clock.instant();
        if (known.readAt().isBefore(now.minus(FRESH))) {
            known = new Added(read(), now);
            added = known;
        }
        return known.names();
    }

    private Map<String, String> read() {
        return database.query(
                ADDED,
                q ->
                        q.reduceResultSet(
                                new HashMap<>(),
                                (names, row, context) -> {
                                    names.put(row.getString("code"), row.getString("name"));
                                    return names;
                                }));
    }
}
