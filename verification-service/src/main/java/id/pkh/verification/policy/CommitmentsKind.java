package id.pkh.verification.policy;

import id.pkh.contracts.Components;
import id.pkh.platform.persistence.Database;
import id.pkh.platform.policies.FirstDays;
import id.pkh.platform.policies.PolicyKind;
import id.pkh.platform.policies.PolicyRows;
import id.pkh.platform.policies.PolicySpan;
import id.pkh.verification.compliance.domain.BirthCare;
import id.pkh.verification.compliance.domain.Care;
import id.pkh.verification.compliance.domain.CommitmentPolicy;
import id.pkh.verification.compliance.domain.EvidenceKind;
import id.pkh.verification.policy.CommitmentsDocument.CommitmentEntry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

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

    private static final Set<Care> BIRTHS = EnumSet.of(Care.FACILITY_BIRTH, Care.OTHER_BIRTH);

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
                            .toList());
        }
        document.policy();
    }

    private static boolean isPossible(CommitmentEntry row) {
        boolean isOfSchool = row.isOfSchool();
        return COMPONENTS.contains(row.component())
                && (row.minimumPercent() != null) == isOfSchool
                && (row.minimumVisits() == null) == isOfSchool
                && (!isOfSchool || row.windowMonths() == 1)
                && (row.evidence() == EvidenceKind.HEALTH || row.care() == null)
                && (row.evidence() != EvidenceKind.SOCIAL
                        || CommitmentPolicy.SOCIAL_WELFARE.contains(row.component()))
                && (row.isOfBirth() ? isPossibleAroundBirth(row) : isOnCalendar(row))
                && (row.ageUntilMonths() == null || row.ageUntilMonths() >= row.ageFromMonths());
    }

    /** A birth tells when the windows around it are; nobody can be obliged to one elsewhere. */
    private static boolean isOnCalendar(CommitmentEntry row) {
        return row.windowMonths() >= 1
                && 12 % row.windowMonths() == 0
                && !BIRTHS.contains(row.care());
    }

    private static boolean isPossibleAroundBirth(CommitmentEntry row) {
        return row.evidence() == EvidenceKind.HEALTH
                && row.birthFromMonth() != null
                && row.birthUntilMonth() != null
                && BirthCare.isWindow(row.birthFromMonth(), row.birthUntilMonth())
                && row.windowMonths() == row.birthUntilMonth() - row.birthFromMonth() + 1
                && row.care() != null
                && row.care() != Care.OTHER_BIRTH
                && row.ageFromMonths() == 0
                && row.ageUntilMonths() == null;
    }

    /**
     * One kind of form shows a component, and each age has one commitment for each kind of care.
     * For every age at least one of them follows the calendar, so that something is always due.
     */
    private static void requireEveryAge(String component, List<CommitmentEntry> rows) {
        PolicyRows.require(!rows.isEmpty(), component);
        for (CommitmentEntry row : rows) {
            PolicyRows.requirePossible(row.evidence() == rows.get(0).evidence(), row.name());
        }
        List<CommitmentEntry> ofCalendar = rows.stream().filter(r -> !r.isOfBirth()).toList();
        for (CommitmentEntry row : ofCalendar) {
            boolean isAlone =
                    ofCalendar.stream()
                            .filter(other -> other != row && other.care() == row.care())
                            .noneMatch(
                                    other ->
                                            other.ageFromMonths() >= row.ageFromMonths()
                                                    && lastsUntil(row, other.ageFromMonths()));
            PolicyRows.requirePossible(isAlone, row.name());
        }
        Integer expected = 0;
        while (expected != null) {
            int age = expected;
            List<CommitmentEntry> atThisAge =
                    ofCalendar.stream()
                            .filter(row -> row.ageFromMonths() <= age && lastsUntil(row, age))
                            .toList();
            PolicyRows.require(!atThisAge.isEmpty(), component + " " + age);
            expected = ageAfter(atThisAge);
        }
    }

    /** Whether a row that has begun still counts at an age. */
    private static boolean lastsUntil(CommitmentEntry row, int age) {
        return row.ageUntilMonths() == null || row.ageUntilMonths() >= age;
    }

    /** The first age behind these rows; null when one of them has no upper end. */
    private static Integer ageAfter(List<CommitmentEntry> rows) {
        return rows.stream().anyMatch(row -> row.ageUntilMonths() == null)
                ? null
                : rows.stream().mapToInt(CommitmentEntry::ageUntilMonths).max().orElseThrow() + 1;
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
                        + " counts_excused, care, birth_from_month, birth_until_month)"
                        + " VALUES (:code, :component, :evidence, :percent, :visits, :window, :ageFrom,"
                        + " :ageUntil, :excused, :care, :birthFrom, :birthUntil)",
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
                                .bind("excused", row.countsExcused())
                                .bind("care", row.care())
                                .bind("birthFrom", row.birthFromMonth())
                                .bind("birthUntil", row.birthUntilMonth()));
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
