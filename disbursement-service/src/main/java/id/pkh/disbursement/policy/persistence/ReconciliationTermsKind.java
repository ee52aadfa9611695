package id.pkh.disbursement.policy.persistence;

import id.pkh.disbursement.exceptions.domain.ExceptionClass;
import id.pkh.disbursement.policy.rest.ReconciliationTermsDocument;
import id.pkh.disbursement.policy.rest.ReconciliationTermsDocument.BankDaysEntry;
import id.pkh.disbursement.policy.rest.ReconciliationTermsDocument.ExceptionDaysEntry;
import id.pkh.platform.persistence.Database;
import id.pkh.platform.policies.FirstDays;
import id.pkh.platform.policies.PolicyKind;
import id.pkh.platform.policies.PolicyRows;
import id.pkh.platform.policies.PolicySpan;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The terms of reconciliation: {@code reconciliation_policy} and its two tables of days. */
@ApplicationScoped
class ReconciliationTermsKind implements PolicyKind<ReconciliationTermsDocument> {

    private static final String NAME = "RECONCILIATION_TERMS";

    private final Database database;

    ReconciliationTermsKind(Database database) {
        this.database = database;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Class<ReconciliationTermsDocument> documentType() {
        return ReconciliationTermsDocument.class;
    }

    @Override
    public FirstDays firstDays() {
        return FirstDays.OF_MONTHS;
    }

    @Override
    public List<PolicySpan> spans() {
        return database.query(
                "SELECT policy_code, valid_from, NULL::date AS valid_until FROM reconciliation_policy",
                q -> q.map(database.rowsAs(PolicySpan.class)).list());
    }

    /** A class without days would be due at once. */
    @Override
    public void check(ReconciliationTermsDocument document) {
        PolicyRows.requireDistinct(document.exceptionDays(), row -> row.exceptionClass().name());
        PolicyRows.requireDistinct(document.bankDays(), BankDaysEntry::bank);
        Set<ExceptionClass> stated =
                document.exceptionDays().stream()
                        .map(ExceptionDaysEntry::exceptionClass)
                        .collect(Collectors.toSet());
        for (ExceptionClass each : ExceptionClass.values()) {
            PolicyRows.require(stated.contains(each), each.name());
        }
    }

    @Override
    public void add(ReconciliationTermsDocument document) {
        database.update(
                "INSERT INTO reconciliation_policy (policy_code, valid_from, account_changed_days,"
                        + " legal_basis, source) VALUES (:code, :from, :changed, :basis, 'entered')",
                u ->
                        u.bind("code", document.policyCode())
                                .bind("from", document.validFrom())
                                .bind("changed", document.accountChangedDays())
                                .bind("basis", document.legalBasis()));
        database.batch(
                "INSERT INTO reconciliation_exception_days (policy_code, exception_class, days)"
                        + " VALUES (:code, :class, :days)",
                document.exceptionDays(),
                (row, entry) ->
                        row.bind("code", document.policyCode())
                                .bind("class", entry.exceptionClass().name())
                                .bind("days", entry.days()));
        database.batch(
                "INSERT INTO reconciliation_bank_days (policy_code, bank, days)"
                        + " VALUES (:code, :bank, :days)",
                document.bankDays(),
                (row, entry) ->
                        row.bind("code", document.policyCode())
                                .bind("bank", entry.bank())
                                .bind("days", entry.days()));
    }

    @Override
    public void remove(ReconciliationTermsDocument document) {
        for (String table :
                List.of(
                        "reconciliation_bank_days",
                        "reconciliation_exception_days",
                        "reconciliation_policy")) {
            database.update(
                    "DELETE FROM " + table + " WHERE policy_code = :code",
                    u -> u.bind("code", document.policyCode()));
        }
    }
}
