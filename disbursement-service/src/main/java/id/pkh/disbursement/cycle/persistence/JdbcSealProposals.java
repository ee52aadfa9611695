package id.pkh.disbursement.cycle.persistence;

import id.pkh.disbursement.cycle.SealProposals;
import id.pkh.disbursement.cycle.domain.SealProposal;
import id.pkh.disbursement.cycle.domain.SealProposal.Outcome;
import id.pkh.platform.persistence.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class JdbcSealProposals implements SealProposals {

    private static final String ADD =
            """
            INSERT INTO cycle_seal_proposal (proposal_id, cycle_id, payable_payments, payable_idr, held_payments, held_idr,
                                             forfeited_payments, forfeited_idr, list_sha256, proposed_by, proposed_at)
            VALUES (:proposal, :cycle, :payablePayments, :payableIdr, :heldPayments, :heldIdr,
                    :forfeitedPayments, :forfeitedIdr, :listSha256, :by, :at)
            """;

    private static final String END =
            """
            UPDATE cycle_seal_proposal
               SET outcome = :outcome, withdrawal_reason = :reason, ended_by = :by, ended_at = :at
             WHERE cycle_id = :cycle AND outcome IS NULL
            """;

    private static final String END_RECALCULATED =
            """
            UPDATE cycle_seal_proposal SET outcome = 'RECALCULATED', ended_by = :by, ended_at = :at
             WHERE outcome IS NULL
               AND cycle_id IN (SELECT cycle_id FROM payment_cycle WHERE status NOT IN ('CALCULATED', 'SEALED'))
            """;

    private final Database database;

    JdbcSealProposals(Database database) {
        this.database = database;
    }

    @Override
    public void add(SealProposal proposal) {
        database.update(
                ADD,
                u ->
                        ListFigureColumns.bind(u, proposal.list())
                                .bind("proposal", proposal.proposalId())
                                .bind("cycle", proposal.cycleId())
                                .bind("by", proposal.proposedBy())
                                .bind("at", proposal.proposedAt()));
    }

    @Override
    public Optional<SealProposal> open(UUID cycleId) {
        return database.query(
                "SELECT * FROM cycle_seal_proposal WHERE cycle_id = :cycle AND outcome IS NULL",
                q -> q.bind("cycle", cycleId).map((row, context) -> proposal(row)).findOne());
    }

    @Override
    public void end(UUID cycleId, Outcome outcome, String reason, String by, Instant at) {
        database.update(
                END,
                u ->
                        u.bind("cycle", cycleId)
                                .bind("outcome", outcome.name())
                                .bind("reason", reason)
                                .bind("by", by)
                                .bind("at", at));
    }

    @Override
    public void endRecalculated(String by, Instant at) {
        database.update(END_RECALCULATED, u -> u.bind("by", by).bind("at", at));
    }

    @Override
    public Optional<Instant> oldestOpen() {
        return database.query(
                "SELECT proposed_at FROM cycle_seal_proposal WHERE outcome IS NULL"
                        + " ORDER BY proposed_at LIMIT 1",
                q -> q.mapTo(Instant.class).findOne());
    }

    private static SealProposal proposal(ResultSet row) throws SQLException {
        return new SealProposal(
                row.getObject("proposal_id", UUID.class),
                row.getObject("cycle_id", UUID.class),
                ListFigureColumns.read(row),
                row.getString("proposed_by"),
                row.getObject("proposed_at", OffsetDateTime.class).toInstant());
    }
}
