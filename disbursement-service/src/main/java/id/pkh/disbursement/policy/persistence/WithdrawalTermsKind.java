package id.pkh.disbursement.policy.persistence;

import id.pkh.disbursement.policy.rest.WithdrawalTermsDocument;
import id.pkh.platform.persistence.Database;
import id.pkh.platform.policies.FirstDays;
import id.pkh.platform.policies.PolicyKind;
import id.pkh.platform.policies.PolicyRows;
import id.pkh.platform.policies.PolicySpan;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The terms of withdrawals: {@code withdrawal_policy}. */
@ApplicationScoped
class WithdrawalTermsKind implements PolicyKind<WithdrawalTermsDocument> {

    private static final String NAME = "WITHDRAWAL_TERMS";

    private final Database database;

    WithdrawalTermsKind(Database database) {
        this.database = database;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Class<WithdrawalTermsDocument> documentType() {
        return WithdrawalTermsDocument.class;
    }

    @Override
    public FirstDays firstDays() {
        return FirstDays.OF_MONTHS;
    }

    @Override
    public List<PolicySpan> spans() {
        return database.query(
                "SELECT policy_code, valid_from, NULL::date AS valid_until FROM withdrawal_policy",
                q -> q.map(database.rowsAs(PolicySpan.class)).list());
    }

    @Override
    public void check(WithdrawalTermsDocument document) {
        PolicyRows.requirePossible(
                document.daysUntilExamined() > document.daysUntilListed(), "days_until_examined");
    }

    @Override
    public void add(WithdrawalTermsDocument document) {
        database.update(
                "INSERT INTO withdrawal_policy (policy_code, valid_from, days_until_listed,"
                        + " days_until_examined, call_back_percent, legal_basis, source)"
                        + " VALUES (:code, :from, :listed, :examined, :percent, :basis, 'entered')",
                u ->
                        u.bind("code", document.policyCode())
                                .bind("from", document.validFrom())
                                .bind("listed", document.daysUntilListed())
                                .bind("examined", document.daysUntilExamined())
                                .bind("percent", document.callBackPercent())
                                .bind("basis", document.legalBasis()));
    }

    @Override
    public void remove(WithdrawalTermsDocument document) {
        database.update(
                "DELETE FROM withdrawal_policy WHERE policy_code = :code",
                u -> u.bind("code", document.policyCode()));
    }
}
