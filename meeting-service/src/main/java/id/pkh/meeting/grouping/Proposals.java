package id.pkh.meeting.grouping;

import id.pkh.platform.persistence.Database;
import id.pkh.platform.persistence.SqlArrays;
import id.pkh.platform.security.AreaScope;
import id.pkh.platform.web.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Proposals of groups as rows. */
@ApplicationScoped
class Proposals {

    static final String COLUMNS =
            "SELECT p.id AS proposal_id, p.village_code, p.policy_code, p.version, p.status, p.requested_at,"
                    + " p.requested_by, p.first_day, p.closed_at, p.closed_by FROM group_proposal p";

    private final Database database;

    Proposals(Database database) {
        this.database = database;
    }

    /** A proposal without its families. */
    record Proposal(
            UUID proposalId,
            String villageCode,
            String policyCode,
            int version,
            ProposalStatus status,
            Instant requestedAt,
            String requestedBy,
            LocalDate firstDay,
            Instant closedAt,
            String closedBy) {}

    /**
     * A family of a proposal.
     *
     * @param isChanged whether a person put it into another group than the machine
     */
    record ProposedFamily(UUID proposalId, UUID kpmId, String groupCode, boolean isChanged) {}

    Proposal require(UUID id, AreaScope areas) {
        return find(id, areas, "");
    }

    /** An open proposal, locked, of which the caller has seen this version. */
    Proposal lockOpen(UUID id, int version, AreaScope areas) {
        Proposal proposal = find(id, areas, " FOR UPDATE");
        if (proposal.status() != ProposalStatus.OPEN) {
            throw Refused.because("PROPOSAL_CLOSED").with("status", proposal.status().name());
        }
        if (proposal.version() != version) {
            throw Refused.because("PROPOSAL_CHANGED").with("version", proposal.version());
        }
        return proposal;
    }

    private Proposal find(UUID id, AreaScope areas, String lock) {
        return database.query(
                        COLUMNS + " WHERE p.id = :id" + lock,
                        q -> q.bind("id", id).map(database.rowsAs(Proposal.class)).findOne())
                .filter(proposal -> areas.covers(proposal.villageCode()))
                .orElseThrow(() -> Refused.because("NOT_FOUND"));
    }

    Optional<UUID> openOf(String village) {
        return database.query(
                "SELECT id FROM group_proposal WHERE village_code = :village AND status = 'OPEN'",
                q -> q.bind("village", village).mapTo(UUID.class).findOne());
    }

    List<ProposedFamily> families(Collection<UUID> proposals) {
        return database.query(
                "SELECT proposal_id, kpm_id, group_code, group_code <> proposed_group_code AS is_changed"
                        + " FROM group_proposal_family WHERE proposal_id = ANY (:ids)"
                        + " ORDER BY proposal_id, group_code, kpm_id",
                q ->
                        q.bind("ids", SqlArrays.uuids(proposals))
                                .map(database.rowsAs(ProposedFamily.class))
                                .list());
    }

    void add(
            UUID id,
            String village,
            String policyCode,
            Map<String, List<UUID>> groups,
            Instant now,
            String by) {
        database.update(
                "INSERT INTO group_proposal (id, village_code, policy_code, version, status, requested_at,"
                        + " requested_by) VALUES (:id, :village, :policy, 1, 'OPEN', :now, :by)",
                u ->
                        u.bind("id", id)
                                .bind("village", village)
                                .bind("policy", policyCode)
                                .bind("now", now)
                                .bind("by", by));
        List<ProposedFamily> families =
                groups.entrySet().stream()
                        .flatMap(
                                group ->
                                        group.getValue().stream()
                                                .map(
                                                        kpmId ->
                                                                new ProposedFamily(
                                                                        id,
                                                                        kpmId,
                                                                        group.getKey(),
                                                                        false)))
                        .toList();
        database.update(
                "INSERT INTO group_proposal_family (proposal_id, kpm_id, group_code, proposed_group_code)"
                        + " SELECT :id, kpm_id, code, code FROM unnest(:families, :codes) AS f (kpm_id, code)",
                u ->
                        u.bind("id", id)
                                .bind("families", SqlArrays.uuids(families, ProposedFamily::kpmId))
                                .bind(
                                        "codes",
                                        SqlArrays.texts(families, ProposedFamily::groupCode)));
    }

    /** Whether the family is one of the proposal. */
    boolean change(UUID id, UUID kpmId, String groupCode, Instant now, String by) {
        return database.update(
                        "UPDATE group_proposal_family SET group_code = :code, changed_at = :now, changed_by = :by"
                                + " WHERE proposal_id = :id AND kpm_id = :kpm",
                        u ->
                                u.bind("id", id)
                                        .bind("kpm", kpmId)
                                        .bind("code", groupCode)
                                        .bind("now", now)
                                        .bind("by", by))
                > 0;
    }

    void raiseVersion(UUID id) {
        database.update(
                "UPDATE group_proposal SET version = version + 1 WHERE id = :id",
                u -> u.bind("id", id));
    }

    /**
     * @param firstDay of the families in their groups; null when nothing is settled
     */
    void close(UUID id, ProposalStatus status, LocalDate firstDay, Instant now, String by) {
        database.update(
                "UPDATE group_proposal SET status = :status, first_day = :day, closed_at = :now, closed_by = :by"
                        + " WHERE id = :id",
                u ->
                        u.bind("id", id)
                                .bind("status", status)
                                .bind("day", firstDay)
                                .bind("now", now)
                                .bind("by", by));
    }
}
