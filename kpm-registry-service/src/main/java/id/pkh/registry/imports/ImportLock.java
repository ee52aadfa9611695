package id.pkh.registry.imports;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/**
 * One chunk at a time in the whole registry: two files that name the same numbers would otherwise
 * wait for each other's unique keys in a circle.
 */
@ApplicationScoped
class ImportLock {

    private static final String TAKE =
            "SELECT pg_advisory_xact_lock(hashtextextended('registry.imports', 0))";

    /**
     * Tables grow while a file is applied: a plan kept from when they were small reads all of them.
     */
    private static final String PLAN_AFRESH = "SET LOCAL plan_cache_mode = force_custom_plan";

    private final AgroalDataSource database;

    ImportLock(AgroalDataSource database) {
        this.database = database;
    }

    /** Held until the transaction ends. */
    void inTransaction() {
        try (Connection connection = database.getConnection();
                PreparedStatement take = connection.prepareStatement(TAKE);
                PreparedStatement plan = connection.prepareStatement(PLAN_AFRESH)) {
            take.execute();
            plan.execute();
        } catch (SQLException failed) {
            throw new SqlFailure("the lock of the imports", failed);
        }
    }
}
