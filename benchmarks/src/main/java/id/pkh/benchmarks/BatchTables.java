package id.pkh.benchmarks;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** A calculated cycle, and the files that are made of it. */
final class BatchTables extends CountryTables {

    private final CycleTables facts;

    BatchTables(DataSource superuser, int families) {
        super(superuser, families);
        this.facts = new CycleTables(superuser, families);
    }

    @Override
    List<String> filling() {
        return facts.filling();
    }

    @Override
    List<String> forgetting() {
        return List.of(
                "TRUNCATE payment_batch, preparation_run, cycle_seal, cycle_seal_proposal, outbox CASCADE",
                "UPDATE payment_cycle SET status = 'CALCULATED'");
    }

    @Override
    Map<String, String> written() {
        return Map.of();
    }

    /** Every payment of the list is in one approved file, with its amount. */
    @Override
    void verify(Counts counts) throws SQLException {
        Counts.require(
                "payments in approved files",
                counts.of(
                        "SELECT p.payment_id || ' ' || p.amount_idr, count(*) FROM payment p WHERE p.status = 'PAYABLE' AND abs(hashtext(p.payment_id::text)) % 1000 = 0 GROUP BY 1"),
                counts.of(
                        "SELECT i.payment_id || ' ' || i.amount_idr, count(*) FROM payment_instruction i JOIN payment_batch b USING (batch_id) WHERE b.status = 'APPROVED' AND abs(hashtext(i.payment_id::text)) % 1000 = 0 GROUP BY 1"));
        Counts.require(
                "the sums of the files",
                counts.number(
                        "SELECT sum(amount_idr)::bigint FROM payment WHERE status = 'PAYABLE'"),
                counts.number(
                        "SELECT sum(amount_idr)::bigint FROM payment_batch WHERE status = 'APPROVED'"));
        Counts.require(
                "instructions",
                counts.number("SELECT count(*) FROM payment WHERE status = 'PAYABLE'"),
                counts.number("SELECT count(DISTINCT payment_id) FROM payment_instruction"));
    }
}
