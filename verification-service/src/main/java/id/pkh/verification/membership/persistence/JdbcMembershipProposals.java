package id.pkh.verification.membership.persistence;

import static id.pkh.platform.persistence.SqlArrays.uuids;

import id.pkh.platform.persistence.Conditions;
import id.pkh.platform.persistence.Database;
import id.pkh.platform.security.AreaScope;
import id.pkh.verification.VisibleAreas;
import id.pkh.verification.membership.MembershipProposal;
import id.pkh.verification.membership.MembershipProposals;
import id.pkh.verification.membership.domain.ProposalStatus;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

@ApplicationScoped
class JdbcMembershipProposals implements MembershipProposals {

    private static final String VILLAGE = "coalesce(k.village_code, p.village_code)";

    private static final String ADD =
            "INSERT INTO membership_proposal (proposal_id, kpm_id, village_code, kind, reason_code, note, evidence_reference,"
                    + " effective_on, status, proposed_by, proposed_on, proposed_at)"
                    + " VALUES (:proposal, :kpm, :village, :kind, :reason, :note, :evidence, :effective, 'OPEN', :by, :on, :at)";

    private final Database database;

    JdbcMembershipProposals(Database database) {
        this.database = database;
    }

    @Override
    public Optional<MembershipProposal> find(UUID proposalId) {
        return find(Set.of(proposalId)).stream().findFirst();
    }

    @Override
    public List<MembershipProposal> find(Collection<UUID> proposalIds) {
        return database.query(
                "SELECT * FROM membership_proposal WHERE proposal_id = ANY (:proposals)",
                q ->
                        q.bind("proposals", uuids(proposalIds))
                                .map(database.rowsAs(MembershipProposal.class))
                                .list());
    }

    @Override
    public Optional<MembershipProposal> find(UUID proposalId, AreaScope scope) {
        Conditions conditions =
                VisibleAreas.within(VILLAGE, scope).and("p.proposal_id = ?", proposalId);
        return read(conditions, 1).stream().findFirst();
    }

    @Override
    public Optional<MembershipProposal> openOf(UUID kpmId) {
        Conditions conditions =
                new Conditions().and("p.kpm_id = ?", kpmId).and("p.status = 'OPEN'");
        return read(conditions, 1).stream().findFirst();
    }

    @Override
    public boolean isKnownReason(String measure, String reasonCode) {
        return database.query(
                "SELECT EXISTS (SELECT FROM measure_reason WHERE measure = :measure AND reason_code = :reason)",
                q ->
                        q.bind("measure", measure)
                                .bind("reason", reasonCode)
                                .mapTo(Boolean.class)
                                .one());
    }

    @Override
    public void add(MembershipProposal proposal) {
        database.update(
                ADD,
                u ->
                        u.bind("proposal", proposal.proposalId())
                                .bind("kpm", proposal.kpmId())
                                .bind("village", proposal.villageCode())
                                .bind("kind", proposal.kind())
                                .bind("reason", proposal.reasonCode())
                                .bind("note", proposal.note())
                                .bind("evidence", proposal.evidenceReference())
                                .bind("effective", proposal.effectiveOn())
                                .bind("by", proposal.proposedBy())
                                .bind("on", proposal.proposedOn())
                                .bind("at", proposal.proposedAt()));
    }

    @Override
    public void withdraw(UUID proposalId, String by, Instant at) {
        database.update(
                "UPDATE membership_proposal SET status = 'WITHDRAWN', withdrawn_by = :by, withdrawn_at = :at"
                        + " WHERE proposal_id = :proposal",
                u -> u.bind("by", by).bind("at", at).bind("proposal", proposalId));
    }

    @Override
    public List<MembershipProposal> list(
            UUID kpmId,
            String village,
            ProposalStatus status,
            AreaScope scope,
            UUID after,
            int limit) {
        Conditions conditions =
                VisibleAreas.within(VILLAGE, scope, village)
                        .andIfGiven("p.kpm_id = ?", kpmId)
                        .andIfGiven("p.status = ?", status)
                        .andIfGiven("p.proposal_id > ?", after);
        return read(conditions, limit);
    }

    private List<MembershipProposal> read(Conditions conditions, int limit) {
        return database.query(
                "SELECT p.* FROM membership_proposal p LEFT JOIN kpm k USING (kpm_id) WHERE "
                        + conditions.sql()
                        + " ORDER BY p.proposal_id LIMIT :limit",
                q ->
                        q.bindMap(conditions.values())
                                .bind("limit", limit)
                                .map(database.rowsAs(MembershipProposal.class))
                                .list());
    }
}
