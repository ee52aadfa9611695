package id.pkh.disbursement.treasury.persistence;

import id.pkh.disbursement.treasury.Sp2ds;
import id.pkh.disbursement.treasury.domain.Sp2d;
import id.pkh.disbursement.treasury.domain.Sp2d.Decision;
import id.pkh.disbursement.treasury.domain.Sp2d.Statement;
import id.pkh.disbursement.treasury.domain.Sp2d.Status;
import id.pkh.disbursement.treasury.domain.TreasuryBalance;
import id.pkh.platform.persistence.Conditions;
import id.pkh.platform.persistence.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class JdbcSp2ds implements Sp2ds {

    private static final String ADD =
            """
            INSERT INTO sp2d (sp2d_id, cycle_id, bank, sp2d_number, issued_on, spm_number, amount_idr, supersedes,
                              correction_reason, status, recorded_by, recorded_at)
            VALUES (:id, :cycle, :bank, :number, :issuedOn, :spm, :amount, :supersedes, :reason, 'RECORDED', :by, :at)
            """;

    private static final String SELECT =
            "SELECT s.*, c.cycle_code FROM sp2d s JOIN payment_cycle c USING (cycle_id) WHERE ";

    private static final String DECIDE =
            """
            UPDATE sp2d SET status = :status, decided_by = :by, decided_at = :at, refusal_reason = :reason
             WHERE sp2d_id = :id
            """;

    private static final String BALANCES =
            """
            SELECT b.bank,
                   (SELECT count(*) FROM sp2d s WHERE s.cycle_id = :cycle AND s.bank = b.bank
                       AND s.status = 'APPROVED' AND s.superseded_by IS NULL) AS documents,
                   sp2d_received(:cycle, b.bank) AS received_idr, sp2d_used(:cycle, b.bank) AS used_idr
              FROM (%s) b ORDER BY 1
            """;

    private static final String ONE_BANK = "SELECT :bank::text AS bank";

    private static final String BANKS_WITH_MONEY =
            """
            SELECT bank FROM sp2d WHERE cycle_id = :cycle AND status = 'APPROVED'
            UNION SELECT bank FROM payment_batch WHERE cycle_id = :cycle AND status = 'SENT'
            """;

    private final Database database;

    JdbcSp2ds(Database database) {
        this.database = database;
    }

    @Override
    public void lock(UUID cycleId, String bank) {
        database.query(
                "SELECT sp2d_id FROM sp2d WHERE cycle_id = :cycle AND bank = :bank"
                        + " ORDER BY sp2d_id FOR UPDATE",
                q -> q.bind("cycle", cycleId).bind("bank", bank).mapTo(UUID.class).list());
    }

    @Override
    public void add(Sp2d sp2d) {
        Statement statement = sp2d.statement();
        database.update(
                ADD,
                u ->
                        u.bind("id", sp2d.sp2dId())
                                .bind("cycle", sp2d.cycleId())
                                .bind("bank", statement.bank())
                                .bind("number", statement.number())
                                .bind("issuedOn", statement.issuedOn())
                                .bind("spm", statement.spmNumber())
                                .bind("amount", statement.amountIdr())
                                .bind("supersedes", sp2d.supersedes())
                                .bind("reason", sp2d.correctionReason())
                                .bind("by", sp2d.recordedBy())
                                .bind("at", sp2d.recordedAt()));
    }

    @Override
    public Optional<Sp2d> byId(UUID sp2dId) {
        return database.query(
                SELECT + "s.sp2d_id = :id",
                q -> q.bind("id", sp2dId).map((row, context) -> sp2d(row)).findOne());
    }

    @Override
    public boolean isKnown(String number, UUID exceptId) {
        return database.query(
                "SELECT EXISTS (SELECT FROM sp2d WHERE sp2d_number = :number AND status <> 'REFUSED'"
                        + " AND superseded_by IS NULL AND sp2d_id IS DISTINCT FROM :except)",
                q -> q.bind("number", number).bind("except", exceptId).mapTo(Boolean.class).one());
    }

    @Override
    public boolean isCorrected(UUID sp2dId) {
        return database.query(
                "SELECT EXISTS (SELECT FROM sp2d WHERE supersedes = :id AND status <> 'REFUSED')",
                q -> q.bind("id", sp2dId).mapTo(Boolean.class).one());
    }

    @Override
    public void approve(UUID sp2dId, String by, Instant at) {
        decide(sp2dId, Status.APPROVED, by, at, null);
    }

    @Override
    public void refuse(UUID sp2dId, String by, Instant at, String reason) {
        decide(sp2dId, Status.REFUSED, by, at, reason);
    }

    private void decide(UUID sp2dId, Status status, String by, Instant at, String reason) {
        database.update(
                DECIDE,
                u ->
                        u.bind("id", sp2dId)
                                .bind("status", status.name())
                                .bind("by", by)
                                .bind("at", at)
                                .bind("reason", reason));
    }

    @Override
    public void supersede(UUID sp2dId, UUID by) {
        database.update(
                "UPDATE sp2d SET superseded_by = :by WHERE sp2d_id = :id",
                u -> u.bind("id", sp2dId).bind("by", by));
    }

    @Override
    public List<Sp2d> ofCycle(UUID cycleId, String bank, UUID after, int limit) {
        Conditions where =
                new Conditions()
                        .and("s.cycle_id = ?", cycleId)
                        .andIfGiven("s.bank = ?", bank)
                        .andIfGiven("s.sp2d_id > ?", after);
        return database.query(
                SELECT + where.sql() + " ORDER BY s.sp2d_id LIMIT :limit",
                q ->
                        q.bindMap(where.values())
                                .bind("limit", limit + 1)
                                .map((row, context) -> sp2d(row))
                                .list());
    }

    @Override
    public TreasuryBalance balance(UUID cycleId, String bank) {
        return database.query(
                BALANCES.formatted(ONE_BANK),
                q ->
                        q.bind("cycle", cycleId)
                                .bind("bank", bank)
                                .map(database.rowsAs(TreasuryBalance.class))
                                .one());
    }

    @Override
    public List<TreasuryBalance> balances(UUID cycleId) {
        return database.query(
                BALANCES.formatted(BANKS_WITH_MONEY),
                q -> q.bind("cycle", cycleId).map(database.rowsAs(TreasuryBalance.class)).list());
    }

    private static Sp2d sp2d(ResultSet row) throws SQLException {
        return new Sp2d(
                row.getObject("sp2d_id", UUID.class),
                row.getObject("cycle_id", UUID.class),
                row.getString("cycle_code"),
                new Statement(
                        row.getString("bank"),
                        row.getString("sp2d_number"),
                        row.getObject("issued_on", LocalDate.class),
                        row.getString("spm_number"),
                        row.getLong("amount_idr")),
                row.getObject("supersedes", UUID.class),
                row.getString("correction_reason"),
                Status.valueOf(row.getString("status")),
                row.getString("recorded_by"),
                instant(row, "recorded_at"),
                row.getString("decided_by") == null
                        ? null
                        : new Decision(
                                row.getString("decided_by"),
                                instant(row, "decided_at"),
                                row.getString("refusal_reason")),
                row.getObject("superseded_by", UUID.class));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
