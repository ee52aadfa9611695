package id.pkh.registry.policy;

import id.pkh.platform.persistence.Database;
import id.pkh.platform.policies.FirstDays;
import id.pkh.platform.policies.PolicyKind;
import id.pkh.platform.policies.PolicySpan;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The policy of facilitators: {@code facilitator_policy}. */
@ApplicationScoped
class FacilitatorPolicyKind implements PolicyKind<FacilitatorPolicyDocument> {

    static final String NAME = "FACILITATORS";

    private final Database database;

    FacilitatorPolicyKind(Database database) {
        this.database = database;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Class<FacilitatorPolicyDocument> documentType() {
        return FacilitatorPolicyDocument.class;
    }

    @Override
    public FirstDays firstDays() {
        return FirstDays.OF_MONTHS;
    }

    @Override
    public List<PolicySpan> spans() {
        return database.query(
                "SELECT policy_code, valid_from, NULL::date AS valid_until FROM facilitator_policy",
                q -> q.map(database.rowsAs(PolicySpan.class)).list());
    }

    /** The form alone limits every value. */
    @Override
    public void check(FacilitatorPolicyDocument document) {}

    @Override
    public void add(FacilitatorPolicyDocument document) {
        database.update(
                "INSERT INTO facilitator_policy (policy_code, valid_from, families_per_facilitator,"
                        + " notice_days, overlap_days, appointment_required, legal_basis)"
                        + " VALUES (:code, :from, :families, :notice, :overlap, :required, :basis)",
                u ->
                        u.bind("code", document.policyCode())
                                .bind("from", document.validFrom())
                                .bind("families", document.familiesPerFacilitator())
                                .bind("notice", document.noticeDays())
                                .bind("overlap", document.overlapDays())
                                .bind("required", document.appointmentRequired())
                                .bind("basis", document.legalBasis()));
    }

    @Override
    public void remove(FacilitatorPolicyDocument document) {
        database.update(
                "DELETE FROM facilitator_policy WHERE policy_code = :code",
                u -> u.bind("code", document.policyCode()));
    }
}
