package id.pkh.meeting.policy;

import id.pkh.platform.persistence.Database;
import id.pkh.platform.policies.FirstDays;
import id.pkh.platform.policies.PolicyKind;
import id.pkh.platform.policies.PolicyRows;
import id.pkh.platform.policies.PolicySpan;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The size of groups: {@code group_size_policy}. */
@ApplicationScoped
class GroupSizeKind implements PolicyKind<GroupSizeDocument> {

    static final String NAME = "GROUP_SIZE";

    private final Database database;

    GroupSizeKind(Database database) {
        this.database = database;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Class<GroupSizeDocument> documentType() {
        return GroupSizeDocument.class;
    }

    @Override
    public FirstDays firstDays() {
        return FirstDays.OF_MONTHS;
    }

    @Override
    public List<PolicySpan> spans() {
        return database.query(
                "SELECT policy_code, valid_from, NULL::date AS valid_until FROM group_size_policy",
                q -> q.map(database.rowsAs(PolicySpan.class)).list());
    }

    @Override
    public void check(GroupSizeDocument document) {
        PolicyRows.requirePossible(
                document.maxFamilies() >= document.minFamilies(), "max_families");
    }

    @Override
    public void add(GroupSizeDocument document) {
        database.update(
                "INSERT INTO group_size_policy (policy_code, valid_from, min_families, max_families, legal_basis)"
                        + " VALUES (:code, :from, :min, :max, :basis)",
                u ->
                        u.bind("code", document.policyCode())
                                .bind("from", document.validFrom())
                                .bind("min", document.minFamilies())
                                .bind("max", document.maxFamilies())
                                .bind("basis", document.legalBasis()));
    }

    @Override
    public void remove(GroupSizeDocument document) {
        database.update(
                "DELETE FROM group_size_policy WHERE policy_code = :code",
                u -> u.bind("code", document.policyCode()));
    }
}
