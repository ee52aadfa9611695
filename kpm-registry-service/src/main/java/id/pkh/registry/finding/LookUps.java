package id.pkh.registry.finding;

import id.pkh.platform.persistence.Conditions;
import id.pkh.platform.persistence.Database;
import id.pkh.platform.persistence.SqlArrays;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The log of look-ups. It is only added to, and it holds no key. */
@ApplicationScoped
class LookUps {

    private static final String INSERT =
            "INSERT INTO look_up (look_up_id, caller, key_kind, purpose, families, looked_up_at)"
                    + " VALUES (:id, :caller, :kind, :purpose, :families, :at)";

    private static final String LIST =
            "SELECT look_up_id, caller, key_kind, purpose, families AS family_ids, looked_up_at"
                    + " FROM look_up WHERE ";

    private static final String NTH_LATEST =
            "SELECT looked_up_at FROM look_up WHERE caller = :caller AND %s AND looked_up_at > :since"
                    + " ORDER BY looked_up_at DESC OFFSET :before LIMIT 1";

    private static final String IN_VAIN = NTH_LATEST.formatted("families = '{}'");
    private static final String BY_NAME = NTH_LATEST.formatted("key_kind = 'NAME'");

    private final Database database;

    LookUps(Database database) {
        this.database = database;
    }

    /** One look-up. */
    record LookUp(UUID id, String caller, KeyKind kind, String purpose, Instant at) {}

    @Transactional(Transactional.TxType.MANDATORY)
    void add(LookUp lookUp, List<UUID> families) {
        database.update(
                INSERT,
                u ->
                        u.bind("id", lookUp.id())
                                .bind("caller", lookUp.caller())
                                .bind("kind", lookUp.kind().name())
                                .bind("purpose", lookUp.purpose())
                                .bind("families", SqlArrays.uuids(families))
                                .bind("at", lookUp.at()));
    }

    /** When the caller made the n-th latest look-up in vain, if that many were made since then. */
    Optional<Instant> nthInVain(String caller, int n, Instant since) {
        return nth(IN_VAIN, caller, n, since);
    }

    /** The same for searches by name, whatever they found. */
    Optional<Instant> nthByName(String caller, int n, Instant since) {
        return nth(BY_NAME, caller, n, since);
    }

    private Optional<Instant> nth(String sql, String caller, int n, Instant since) {
        return database.query(
                sql,
                q ->
                        q.bind("caller", caller)
                                .bind("since", since)
                                .bind("before", n - 1)
                                .mapTo(Instant.class)
                                .findFirst());
    }

    /** The latest first. */
    List<LookUpView> latest(String caller, boolean onlyInVain, UUID before, int limit) {
        Conditions which =
                new Conditions()
                        .andIfGiven("caller = ?", caller)
                        .andIfGiven("look_up_id < ?", before);
        if (onlyInVain) {
            which.and("families = '{}'");
        }
        return database.query(
                LIST + which.sql() + " ORDER BY look_up_id DESC LIMIT :limit",
                q ->
                        q.bindMap(which.values())
                                .bind("limit", limit)
                                .map(database.rowsAs(LookUpView.class))
                                .list());
    }
}
