package id.pkh.registry.transfer;

import id.pkh.platform.persistence.Conditions;
import id.pkh.platform.persistence.Database;
import id.pkh.registry.transfer.TransferRequests.Proposal;
import id.pkh.registry.transfer.domain.TransferCodes.CaretakerEvidence;
import id.pkh.registry.transfer.domain.TransferCodes.TransferReason;
import id.pkh.registry.transfer.domain.TransferCodes.TransferRejection;
import id.pkh.registry.transfer.domain.TransferCodes.TransferState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The rows of transfers of children. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class ChildTransfers {

    private static final String SELECT =
            """
            SELECT t.transfer_id, t.member_id, t.from_kpm, a.village_code AS from_village, t.from_version, t.to_kpm,
                   b.village_code AS to_village, t.joined_member_id, t.reason, t.releasing_evidence,
                   t.receiving_evidence, t.evidence_reference, t.effective_on, t.state, t.rejection, t.proposed_by,
                   t.proposed_at, t.decided_by, t.decided_at
              FROM child_transfer t JOIN kpm a ON a.id = t.from_kpm JOIN kpm b ON b.id = t.to_kpm
             WHERE\s""";

    private static final String INSERT =
            """
            INSERT INTO child_transfer (transfer_id, member_id, from_kpm, from_version, to_kpm, reason,
                   releasing_evidence, receiving_evidence, evidence_reference, effective_on, state, proposed_by,
                   proposed_at)
            VALUES (:id, :member, :from, :version, :to, :reason, :releasing, :receiving, :reference, :effective,
                   'PROPOSED', :by, :now)
            """;

    private static final String DECIDE =
            """
            UPDATE child_transfer SET state = :state, joined_member_id = :joined, rejection = :rejection,
                   decided_by = :by, decided_at = :now WHERE transfer_id = :id
            """;

    private final Database database;

    ChildTransfers(Database database) {
        this.database = database;
    }

    /**
     * @param fromVersion version of the family in which the child lived, as it was read
     * @param joinedMemberId the child as a member of the other family; null until it is confirmed
     */
    public record TransferRow(
            UUID transferId,
            UUID memberId,
            UUID fromKpm,
            String fromVillage,
            long fromVersion,
            UUID toKpm,
            String toVillage,
            UUID joinedMemberId,
            TransferReason reason,
            CaretakerEvidence releasingEvidence,
            CaretakerEvidence receivingEvidence,
            String evidenceReference,
            LocalDate effectiveOn,
            TransferState state,
            TransferRejection rejection,
            String proposedBy,
            Instant proposedAt,
            String decidedBy,
            Instant decidedAt) {}

    /** What comes of a transfer. */
    record Outcome(
            TransferState state, UUID joinedMemberId, TransferRejection rejection, String by) {}

    /**
     * @param which conditions for the transfer {@code t} and one of its families {@code k}
     */
    List<TransferRow> list(Conditions which, int limit) {
        return database.queryWithFreshPlan(
                SELECT
                        + "EXISTS (SELECT FROM kpm k WHERE k.id IN (t.from_kpm, t.to_kpm) AND "
                        + which.sql()
                        + ") ORDER BY t.transfer_id LIMIT :limit",
                q ->
                        q.bindMap(which.values())
                                .bind("limit", limit)
                                .map(database.rowsAs(TransferRow.class))
                                .list());
    }

    /** Nobody else decides on it before this transaction ends. */
    Optional<TransferRow> lock(UUID id) {
        return database.query(
                SELECT + "t.transfer_id = :id FOR UPDATE OF t",
                q -> q.bind("id", id).map(database.rowsAs(TransferRow.class)).findFirst());
    }

    /** Whether a data update about the child is submitted and not decided. */
    boolean hasOpenUpdate(UUID member) {
        return database.query(
                "SELECT EXISTS (SELECT FROM family_update_change c WHERE c.member_id = :member"
                        + " AND c.state = 'SUBMITTED')",
                q -> q.bind("member", member).mapTo(Boolean.class).one());
    }

    void insert(UUID id, Proposal proposal, String by, Instant now) {
        database.update(
                INSERT,
                u ->
                        u.bind("id", id)
                                .bind("member", proposal.memberId())
                                .bind("from", proposal.fromId())
                                .bind("version", proposal.fromVersion())
                                .bind("to", proposal.toId())
                                .bind("reason", proposal.reason())
                                .bind("releasing", proposal.releasingEvidence())
                                .bind("receiving", proposal.receivingEvidence())
                                .bind("reference", proposal.evidenceReference())
                                .bind("effective", proposal.effectiveOn())
                                .bind("by", by)
                                .bind("now", now));
    }

    void decide(UUID id, Outcome outcome, Instant now) {
        database.update(
                DECIDE,
                u ->
                        u.bind("id", id)
                                .bind("state", outcome.state())
                                .bind("joined", outcome.joinedMemberId())
                                .bind("rejection", outcome.rejection())
                                .bind("by", outcome.by())
                                .bind("now", now));
    }
}
