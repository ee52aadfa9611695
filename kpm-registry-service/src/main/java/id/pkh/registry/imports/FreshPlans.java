package id.pkh.registry.imports;

import id.pkh.registry.family.SqlFailure;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/**
 * Tables grow while a file is applied. A plan that is kept from when they were small reads all of
 * them.
 */
@ApplicationScoped
class FreshPlans {

    private final AgroalDataSource database;

    FreshPlans(AgroalDataSource database) {
        this.database = database;
    }

    /** For the statements of this transaction. */
    void madeForPresentSizes() {
        try (Connection connection = database.getConnection();
                PreparedStatement plan =
                        connection.prepareStatement(
                                "SET LOCAL plan_cache_mode = force_custom_plan")) {
            plan.execute();
        } catch (SQLException failed) {
            throw new SqlFailure("the plans of an import", failed);
        }
    }
}
