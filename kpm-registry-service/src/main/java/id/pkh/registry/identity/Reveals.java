package id.pkh.registry.identity;

import id.pkh.platform.persistence.Database;
import id.pkh.platform.persistence.SqlArrays;
import id.pkh.platform.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/**
 * Records that a list was read unmasked: one row of {@code read_log} per family, in one statement.
 * Reads of a single family are recorded by the platform's read log.
 */
@ApplicationScoped
public class Reveals {

    private static final String INSERT =
            "INSERT INTO read_log"
                    + " (reader, subject_kind, subject_id, area_code, fields, purpose, read_at)"
                    + " SELECT :reader, 'kpm', k.id::text, k.village_code, :fields, :purpose, :now"
                    + " FROM kpm k WHERE k.id = ANY (:families)";

    private final Database database;
    private final Caller caller;
    private final Clock clock;

    Reveals(Database database, Caller caller, Clock clock) {
        this.database = database;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public void log(List<UUID> families, String fields, Disclosure disclosure) {
        if (families.isEmpty()) {
            return;
        }
        database.update(
                INSERT,
                u ->
                        u.bind("reader", caller.subject())
                                .bind("fields", fields)
                                .bind("purpose", disclosure.purpose())
                                .bind("now", clock.instant())
                                .bind("families", SqlArrays.uuids(families)));
    }
}
