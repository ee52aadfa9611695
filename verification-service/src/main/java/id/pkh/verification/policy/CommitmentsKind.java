package id.pkh.verification.policy;

import id.pkh.contracts.Components;
import id.pkh.platform.persistence.Database;
import id.pkh.platform.policies.FirstDays;
import id.pkh.platform.policies.PolicyKind;
import id.pkh.platform.policies.PolicyRows;
import id.pkh.platform.policies.PolicySpan;
import id.pkh.verification.compliance.domain.EvidenceKind;
import id.pkh.verification.policy.CommitmentsDocument.CommitmentEntry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;

/** The commitments: {@code commitment_policy} and {@code commitment_rule}. */
@ApplicationScoped
class CommitmentsKind implements PolicyKind<CommitmentsDocument> {

    static final String NAME = "COMMITMENTS";

    private static final List<String> COMPONENTS =
            List.of(
                    Components.SD,
                    Components.SMP,
                    Components.SMA,
                    Components.PREGNANT_POSTPARTUM,
                    Components.EARLY_CHILD,
                    Components.SEVERE_DISABILITY,
                    Components.ELDERLY);

    private final Database database;

    CommitmentsKind(Database database) {
        this.database = database;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Class<CommitmentsDocument> documentType() {
        return CommitmentsDocument.class;
    }

    @Override
    public FirstDays firstDays() {
        return FirstDays.OF_QUARTERS;
    }

    @Override
    public List<PolicySpan> spans() {
        return database.query(
                "SELECT policy_code, valid_from, NULL::date AS valid_until FROM commitment_policy",
                q -> q.map(database.rowsAs(PolicySpan.class)).list());
    }

    @Override
    public void check(CommitmentsDocument document) {
        PolicyRows.requireDistinct(document.commitments(), CommitmentEntry::name);
        document.commitments()
                .forEach(row -> PolicyRows.requirePossible(isPossible(row), row.name()));
        for (String component : COMPONENTS) {
            requireEveryAge(
                    component,
                    document.commitments().stream()
                            .filter(row -> row.component().equals(component))
                            .sorted(Comparator.comparingInt(CommitmentEntry::ageFromMonths))
                            .toList());
        }
        document.policy();
    }

    private static boolean isPossible(CommitmentEntry row) {
        boolean isOfSchool = row.evidence() == EvidenceKind.SCHOOL;
        return COMPONENTS.contains(row.component())
                && (row.minimumPercent() != null) == isOfSchool
                && (row.minimumVisits() == null) == isOfSchool
                && row.windowMonths() >= 1
                && 12 % row.windowMonths() == 0
                && (!isOfSchool || row.windowMonths() == 1)
                && (row.ageUntilMonths() == null || row.ageUntilMonths() >= row.ageFromMonths());
    }

    /** One kind of form shows a component, and each age has exactly one commitment. */
    private static void requireEveryAge(String component, List<CommitmentEntry> rows) {
        PolicyRows.require(!rows.isEmpty(), component);
        Integer expected = 0;
        for (CommitmentEntry row : rows) {
            PolicyRows.requirePossible(row.evidence() == rows.get(0).evidence(), row.name());
            // a row without an upper end leaves no age for the next one
            PolicyRows.requirePossible(
                    expected != null && row.ageFromMonths() >= expected, row.name());
            PolicyRows.require(row.ageFromMonths() == expected, component + " " + expected);
            expected = row.ageUntilMonths() == null ? null : row.ageUntilMonths() + 1;
        }
        PolicyRows.require(expected == null, component + " " + expected);
    }

    @Override
    public void add(CommitmentsDocument document) {
        database.update(
                "INSERT INTO commitment_policy (policy_code, valid_from, legal_basis)"
                        + " VALUES (:code, :from, :basis)",
                u ->
                        u.bind("code", document.policyCode())
                                .bind("from", document.validFrom())
                                .bind("basis", document.legalBasis()));
        database.batch(
                "INSERT INTO commitment_rule (policy_code, component, evidence, minimum_percent,"
                        + " minimum_visits, window_months, age_from_months, age_until_months,"
                        + " counts_excused) VALUES (:code, :component, :evidence, :percent, :visits,"
                        + " :window, :ageFrom, :ageUntil, :excused)",
                document.commitments(),
                (batch, row) ->
                        batch.bind("code", document.policyCode())
                                .bind("component", row.component())
                                .bind("evidence", row.evidence().name())
                                .bind("percent", row.minimumPercent())
                                .bind("visits", row.minimumVisits())
                                .bind("window", row.windowMonths())
                                .bind("ageFrom", row.ageFromMonths())
                                .bind("ageUntil", row.ageUntilMonths())
                                .bind("excused", row.countsExcused()));
    }

    @Override
    public void remove(CommitmentsDocument document) {
        for (String table : List.of("commitment_rule", "commitment_policy")) {
            database.update(
                    "DELETE FROM " + table + " WHERE policy_code = :code",
                    u -> u.bind("code", document.policyCode()));
        }
    }
}
