package id.pkh.registry.policy;

import id.pkh.platform.persistence.Database;
import id.pkh.platform.policies.FirstDays;
import id.pkh.platform.policies.PolicyKind;
import id.pkh.platform.policies.PolicySpan;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** When a family counts as ready to leave: {@code graduation_policy}. */
@ApplicationScoped
class GraduationPolicyKind implements PolicyKind<GraduationPolicyDocument> {

    static final String NAME = "GRADUATION";

    private final Database database;

    GraduationPolicyKind(Database database) {
        this.database = database;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Class<GraduationPolicyDocument> documentType() {
        return GraduationPolicyDocument.class;
    }

    @Override
    public FirstDays firstDays() {
        return FirstDays.OF_MONTHS;
    }

    @Override
    public List<PolicySpan> spans() {
        return database.query(
                "SELECT policy_code, valid_from, NULL::date AS valid_until FROM graduation_policy",
                q -> q.map(database.rowsAs(PolicySpan.class)).list());
    }

    @Override
    public void check(GraduationPolicyDocument document) {
        // the limits of the numbers are stated in the document
    }

    @Override
    public void add(GraduationPolicyDocument document) {
        database.update(
                "INSERT INTO graduation_policy (policy_code, valid_from, natural_days, visit_days,"
                        + " membership_years, legal_basis)"
                        + " VALUES (:code, :from, :natural, :visit, :years, :basis)",
                u ->
                        u.bind("code", document.policyCode())
                                .bind("from", document.validFrom())
                                .bind("natural", document.naturalDays())
                                .bind("visit", document.visitDays())
                                .bind("years", document.membershipYears())
                                .bind("basis", document.legalBasis()));
    }

    @Override
    public void remove(GraduationPolicyDocument document) {
        database.update(
                "DELETE FROM graduation_policy WHERE policy_code = :code",
                u -> u.bind("code", document.policyCode()));
    }
}
