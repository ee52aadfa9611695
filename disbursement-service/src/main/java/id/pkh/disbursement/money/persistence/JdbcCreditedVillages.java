package id.pkh.disbursement.money.persistence;

import com.github.f4b6a3.uuid.UuidCreator;
import id.pkh.disbursement.money.CreditedVillages;
import id.pkh.platform.persistence.Database;
import id.pkh.platform.persistence.SqlArrays;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Villages in their order, so that two reports of one cycle cannot wait for each other. */
@ApplicationScoped
class JdbcCreditedVillages implements CreditedVillages {

    private final Database database;

    JdbcCreditedVillages(Database database) {
        this.database = database;
    }

    @Override
    public List<FirstCredit> add(
            UUID batchId, Collection<String> villageCodes, LocalDate learntOn) {
        return database.query(
                "INSERT INTO village_credit (cycle_id, village_code, learnt_on, credit_id)"
                        + " SELECT b.cycle_id, v.code, :day, v.id FROM payment_batch b, unnest(:villages, :ids) AS v (code, id)"
                        + " WHERE b.batch_id = :batch ORDER BY v.code COLLATE \"C\""
                        + " ON CONFLICT DO NOTHING RETURNING credit_id, cycle_id, village_code",
                q ->
                        q.bind("batch", batchId)
                                .bind("day", learntOn)
                                .bind("villages", SqlArrays.texts(villageCodes))
                                .bind(
                                        "ids",
                                        SqlArrays.uuids(
                                                villageCodes,
                                                any -> UuidCreator.getTimeOrderedEpoch()))
                                .map(database.rowsAs(FirstCredit.class))
                                .list());
    }
}
