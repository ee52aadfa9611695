package id.pkh.registry.enrolment;

import id.pkh.platform.persistence.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** What has become of a decision, as far as its facts have arrived. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class DecisionEffects {

    private final Database database;

    DecisionEffects(Database database) {
        this.database = database;
    }

    /**
     * @param isInEffect whether its notice was delivered
     */
    public record Known(boolean isInEffect, boolean isLifted) {}

    /** Neither for a decision of which nothing is known. */
    public Known of(UUID decision) {
        return database.query(
                        "SELECT in_effect_from IS NOT NULL AS is_in_effect,"
                                + " lifted_on IS NOT NULL AS is_lifted"
                                + " FROM kpm_decision WHERE decision_id = :id",
                        q -> q.bind("id", decision).map(database.rowsAs(Known.class)).findFirst())
                .orElse(new Known(false, false));
    }
}
