package id.pkh.registry.roster;

import id.pkh.platform.persistence.Conditions;
import id.pkh.platform.persistence.Database;
import id.pkh.platform.web.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.statement.Query;

/** The initial rosters on record. A file becomes one when it is permitted before it is sent. */
@ApplicationScoped
@Transactional
public class InitialRosters {

    private static final String COLUMNS =
            "SELECT roster_id, area_code, sha256, status, permitted_by, permitted_at, used_by,"
                    + " used_at, file_id, withdrawn_by, withdrawn_at FROM initial_roster WHERE ";

    private static final String OF_FILE = "sha256 = :sha256 AND status <> 'WITHDRAWN'";

    /** An area contains another one when its code is the beginning of the other code. */
    private static final String OVERLAPPING =
            "status <> 'WITHDRAWN' AND area_codes(area_code, area_code || '/')"
                    + " && area_codes(:area, :area || '/')";

    private final Database database;
    private final Clock clock;

    InitialRosters(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Refuses the file of a person who permitted it, because an initial roster takes two people;
     * returns whether the file is one.
     */
    public boolean arePermitted(String sha256, String sender) {
        List<InitialRoster> rosters = ofFile(sha256, "");
        refuseOwn(rosters, sender);
        return !rosters.isEmpty();
    }

    /**
     * Uses every permission of the file, so that none of them can be withdrawn any more. A person
     * with other areas may send the same bytes again, for the rows that were outside those of the
     * first sender.
     */
    public PermittedAreas use(String sha256, String sender, UUID fileId) {
        List<InitialRoster> rosters = ofFile(sha256, " ORDER BY roster_id FOR UPDATE");
        refuseOwn(rosters, sender);
        Instant now = clock.instant();
        database.batch(
                "UPDATE initial_roster SET status = 'USED', used_by = :by, used_at = :at,"
                        + " file_id = :file WHERE roster_id = :id",
                rosters.stream().filter(InitialRoster::isPermitted).toList(),
                (row, roster) ->
                        row.bind("id", roster.rosterId())
                                .bind("by", sender)
                                .bind("at", now)
                                .bind("file", fileId));
        return new PermittedAreas(rosters);
    }

    private static void refuseOwn(List<InitialRoster> rosters, String sender) {
        if (rosters.stream().anyMatch(roster -> roster.permittedBy().equals(sender))) {
            throw Refused.because("ROSTER_SAME_PERSON");
        }
    }

    private List<InitialRoster> ofFile(String sha256, String suffix) {
        return database.query(COLUMNS + OF_FILE + suffix, q -> read(q.bind("sha256", sha256)));
    }

    Optional<InitialRoster> overlapping(String area) {
        return database.query(COLUMNS + OVERLAPPING, q -> read(q.bind("area", area))).stream()
                .findFirst();
    }

    Optional<InitialRoster> lock(UUID rosterId) {
        return database
                .query(COLUMNS + "roster_id = :id FOR UPDATE", q -> read(q.bind("id", rosterId)))
                .stream()
                .findFirst();
    }

    List<InitialRoster> list(Conditions which, int limit) {
        return database.query(
                COLUMNS + which.sql() + " ORDER BY roster_id LIMIT :limit",
                q -> read(q.bindMap(which.values()).bind("limit", limit)));
    }

    private List<InitialRoster> read(Query query) {
        return query.map(database.rowsAs(InitialRoster.class)).list();
    }

    void add(UUID rosterId, String area, String sha256, String permittedBy) {
        database.update(
                "INSERT INTO initial_roster (roster_id, area_code, sha256, status, permitted_by,"
                        + " permitted_at) VALUES (:id, :area, :sha256, 'PERMITTED', :by, :at)",
                u ->
                        u.bind("id", rosterId)
                                .bind("area", area)
                                .bind("sha256", sha256)
                                .bind("by", permittedBy)
                                .bind("at", clock.instant()));
    }

    void withdraw(UUID rosterId, String by) {
        database.update(
                "UPDATE initial_roster SET status = 'WITHDRAWN', withdrawn_by = :by,"
                        + " withdrawn_at = :at WHERE roster_id = :id",
                u -> u.bind("id", rosterId).bind("by", by).bind("at", clock.instant()));
    }
}
