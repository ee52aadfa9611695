package id.pkh.registry.area;

import id.pkh.platform.areas.CountryAreas;
import id.pkh.platform.areas.Decree;
import id.pkh.platform.persistence.AdvisoryLocks;
import id.pkh.platform.persistence.Database;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Records the areas of the shipped decree when the registry starts, once per decree. An area that
 * is no longer listed ends; its families and its code stay.
 */
@ApplicationScoped
class LoadDecree {

    private static final Logger LOG = Logger.getLogger(LoadDecree.class);
    private static final String LOCK = "registry.area-decree";
    private static final int LIMIT_SECONDS = 300;

    private static final String IS_LOADED =
            "SELECT EXISTS (SELECT FROM area_decree WHERE number = :number)";

    private static final String LOADED =
            "INSERT INTO area_decree (number, issued_on, title, source, loaded_at)"
                    + " VALUES (:number, :issuedOn, :title, :source, :now)";

    private static final String LISTED =
            "CREATE TEMPORARY TABLE listed_area (code text PRIMARY KEY, name text)";

    private static final String RECORD =
            "INSERT INTO area (code, name, decree) SELECT code, name, :number FROM listed_area"
                    + " ON CONFLICT (code) DO UPDATE"
                    + " SET name = excluded.name, decree = excluded.decree, ended_on = NULL";

    private static final String END =
            "UPDATE area SET ended_on = :issuedOn WHERE decree <> :number AND ended_on IS NULL";

    private final Database database;
    private final AdvisoryLocks locks;
    private final RecordedNames names;
    private final Clock clock;

    LoadDecree(Database database, AdvisoryLocks locks, RecordedNames names, Clock clock) {
        this.database = database;
        this.locks = locks;
        this.names = names;
        this.clock = clock;
    }

    /** An area as a decree lists it. */
    record Listed(String code, String name) {}

    void start(@Observes StartupEvent event) {
        if (isLoaded(Decree.CURRENT)) {
            return;
        }
        List<Listed> areas = new ArrayList<>();
        CountryAreas.forEach((code, name) -> areas.add(new Listed(code, name)));
        load(Decree.CURRENT, areas);
    }

    /** Records a decree, unless another process has just done it. */
    void load(Decree decree, List<Listed> areas) {
        QuarkusTransaction.requiringNew()
                .timeout(LIMIT_SECONDS)
                .run(
                        () -> {
                            locks.take(LOCK);
                            if (!isLoaded(decree)) {
                                record(decree, areas);
                            }
                        });
        names.forget();
    }

    /** Records a decree in the transaction of the caller. */
    void record(Decree decree, List<Listed> areas) {
        database.update(
                LOADED,
                u ->
                        u.bind("number", decree.number())
                                .bind("issuedOn", decree.issuedOn())
                                .bind("title", decree.title())
                                .bind("source", decree.source())
                                .bind("now", clock.instant()));
        database.update(LISTED, u -> {});
        database.copy(
                "listed_area (code, name)",
                areas,
                (fields, area) -> fields.text(area.code()).text(area.name()));
        int recorded = database.update(RECORD, u -> u.bind("number", decree.number()));
        database.update("DROP TABLE listed_area", u -> {});
        int ended =
                database.update(
                        END,
                        u -> u.bind("number", decree.number()).bind("issuedOn", decree.issuedOn()));
        LOG.infof("decree %s: %d areas, %d ended", decree.number(), recorded, ended);
    }

    private boolean isLoaded(Decree decree) {
        return database.query(
                IS_LOADED, q -> q.bind("number", decree.number()).mapTo(Boolean.class).one());
    }
}
