package id.pkh.disbursement.policy.persistence;

import id.pkh.disbursement.policy.rest.EntitlementCapsDocument;
import id.pkh.disbursement.policy.rest.EntitlementCapsDocument.LimitEntry;
import id.pkh.platform.persistence.Database;
import id.pkh.platform.policies.FirstDays;
import id.pkh.platform.policies.PolicyKind;
import id.pkh.platform.policies.PolicyRows;
import id.pkh.platform.policies.PolicySpan;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The limits: {@code entitlement_policy} and {@code entitlement_component_limit}. */
@ApplicationScoped
class EntitlementCapsKind implements PolicyKind<EntitlementCapsDocument> {

    static final String NAME = "ENTITLEMENT_CAPS";

    private final Database database;

    EntitlementCapsKind(Database database) {
        this.database = database;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Class<EntitlementCapsDocument> documentType() {
        return EntitlementCapsDocument.class;
    }

    @Override
    public FirstDays firstDays() {
        return FirstDays.OF_MONTHS;
    }

    @Override
    public List<PolicySpan> spans() {
        return database.query(
                "SELECT policy_code, valid_from, NULL::date AS valid_until FROM entitlement_policy",
                q -> q.map(database.rowsAs(PolicySpan.class)).list());
    }

    @Override
    public void check(EntitlementCapsDocument document) {
        PolicyRows.requireDistinct(document.componentLimits(), LimitEntry::component);
        document.componentLimits()
                .forEach(
                        limit ->
                                PolicyRows.requirePossible(
                                        BenefitIndexKind.isComponent(limit.component())
                                                && limit.maxPaid() <= document.maxPaidMembers(),
                                        limit.component()));
    }

    @Override
    public void add(EntitlementCapsDocument document) {
        database.update(
                "INSERT INTO entitlement_policy (policy_code, valid_from, max_paid_members, legal_basis,"
                        + " source) VALUES (:code, :from, :max, :basis, 'entered')",
                u ->
                        u.bind("code", document.policyCode())
                                .bind("from", document.validFrom())
                                .bind("max", document.maxPaidMembers())
                                .bind("basis", document.legalBasis()));
        database.batch(
                "INSERT INTO entitlement_component_limit (policy_code, component, max_paid)"
                        + " VALUES (:code, :component, :max)",
                document.componentLimits(),
                (row, limit) ->
                        row.bind("code", document.policyCode())
                                .bind("component", limit.component())
                                .bind("max", limit.maxPaid()));
    }

    @Override
    public void remove(EntitlementCapsDocument document) {
        for (String table : List.of("entitlement_component_limit", "entitlement_policy")) {
            database.update(
                    "DELETE FROM " + table + " WHERE policy_code = :code",
                    u -> u.bind("code", document.policyCode()));
        }
    }
}
