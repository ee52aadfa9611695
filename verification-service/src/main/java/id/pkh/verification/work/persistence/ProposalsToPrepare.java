package id.pkh.verification.work.persistence;

import id.pkh.platform.persistence.Database;
import id.pkh.platform.security.Roles;
import jakarta.inject.Singleton;
import java.util.Set;

/** Proposals that a family leaves or comes back, of other people and in no open draft yet. */
@Singleton
class ProposalsToPrepare extends FamilyRows {

    ProposalsToPrepare(Database database) {
        super(database, "MEMBERSHIP_PROPOSAL", Set.of(Roles.MINISTRY_OFFICER));
    }

    @Override
    protected String sql(String visible) {
        return "SELECT m.proposed_on AS due_on, m.proposal_id AS id, m.kpm_id, m.village_code,"
                + " '/api/v1/membership-proposals/' || m.proposal_id AS href"
                + " FROM membership_proposal m WHERE m.status = 'OPEN' AND m.proposed_by <> :subject"
                + " AND (m.proposed_on, m.proposal_id) > (:from, :after)"
                + " AND NOT EXISTS (SELECT FROM decision_draft_item i"
                + " WHERE i.proposal_id = m.proposal_id AND i.outcome IS NULL OFFSET 0) AND "
                + visible.replace("k.village_code", "m.village_code")
                + " ORDER BY m.proposed_on, m.proposal_id LIMIT :limit";
    }
}
