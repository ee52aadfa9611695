package id.pkh.verification.policy;

import id.pkh.platform.persistence.Database;
import id.pkh.platform.persistence.SqlArrays;
import id.pkh.platform.policies.FirstDays;
import id.pkh.platform.policies.PolicyKind;
import id.pkh.platform.policies.PolicyRows;
import id.pkh.platform.policies.PolicySpan;
import id.pkh.verification.exemption.ExemptionScope;
import id.pkh.verification.policy.ExemptionReasonsDocument.ReasonEntry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The reasons of exemptions: {@code exemption_policy} and {@code exemption_policy_reason}. */
@ApplicationScoped
class ExemptionReasonsKind implements PolicyKind<ExemptionReasonsDocument> {

    static final String NAME = "EXEMPTION_REASONS";

    private final Database database;

    ExemptionReasonsKind(Database database) {
        this.database = database;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Class<ExemptionReasonsDocument> documentType() {
        return ExemptionReasonsDocument.class;
    }

    @Override
    public FirstDays firstDays() {
        return FirstDays.OF_MONTHS;
    }

    @Override
    public List<PolicySpan> spans() {
        return database.query(
                "SELECT policy_code, valid_from, NULL::date AS valid_until FROM exemption_policy",
                q -> q.map(database.rowsAs(PolicySpan.class)).list());
    }

    @Override
    public void check(ExemptionReasonsDocument document) {
        PolicyRows.requireDistinct(document.reasons(), ReasonEntry::reasonCode);
        document.reasons()
                .forEach(
                        reason ->
                                PolicyRows.requireDistinct(reason.scopes(), ExemptionScope::name));
    }

    @Override
    public void add(ExemptionReasonsDocument document) {
        database.update(
                "INSERT INTO exemption_policy (policy_code, valid_from, legal_basis)"
                        + " VALUES (:code, :from, :basis)",
                u ->
                        u.bind("code", document.policyCode())
                                .bind("from", document.validFrom())
                                .bind("basis", document.legalBasis()));
        database.batch(
                "INSERT INTO exemption_reason (reason_code) VALUES (:reason) ON CONFLICT DO NOTHING",
                document.reasons(),
                (row, reason) -> row.bind("reason", reason.reasonCode()));
        database.batch(
                "INSERT INTO exemption_policy_reason (policy_code, reason_code, scope_kinds, description)"
                        + " VALUES (:code, :reason, :scopes, :description)",
                document.reasons(),
                (row, reason) ->
                        row.bind("code", document.policyCode())
                                .bind("reason", reason.reasonCode())
                                .bind("scopes", SqlArrays.codes(reason.scopes(), scope -> scope))
                                .bind("description", reason.description()));
    }

    /** A reason that an exemption may have named stays on record; no policy permits it any more. */
    @Override
    public void remove(ExemptionReasonsDocument document) {
        for (String table : List.of("exemption_policy_reason", "exemption_policy")) {
            database.update(
                    "DELETE FROM " + table + " WHERE policy_code = :code",
                    u -> u.bind("code", document.policyCode()));
        }
    }
}
