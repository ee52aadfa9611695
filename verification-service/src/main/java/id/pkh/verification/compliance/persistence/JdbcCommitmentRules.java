package id.pkh.verification.compliance.persistence;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import id.pkh.platform.persistence.Database;
import id.pkh.platform.policies.Reread;
import id.pkh.verification.compliance.CommitmentRules;
import id.pkh.verification.compliance.domain.AgeRange;
import id.pkh.verification.compliance.domain.BirthCare;
import id.pkh.verification.compliance.domain.Care;
import id.pkh.verification.compliance.domain.Commitment;
import id.pkh.verification.compliance.domain.CommitmentPolicies;
import id.pkh.verification.compliance.domain.CommitmentPolicy;
import id.pkh.verification.compliance.domain.EvidenceKind;
import id.pkh.verification.compliance.domain.HealthVisits;
import id.pkh.verification.compliance.domain.SchoolAttendance;
import id.pkh.verification.compliance.domain.SocialCare;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** All commitment policies, as two people have approved them. */
@ApplicationScoped
class JdbcCommitmentRules implements CommitmentRules {

    private record PolicyRow(String policyCode, LocalDate validFrom, String legalBasis) {}

    private record RuleRow(
            String policyCode,
            String component,
            EvidenceKind evidence,
            Integer minimumPercent,
            Integer minimumVisits,
            int windowMonths,
            int ageFromMonths,
            Integer ageUntilMonths,
            boolean countsExcused,
            Care care,
            Integer birthFromMonth,
            Integer birthUntilMonth) {

        Commitment commitment() {
            AgeRange ages = new AgeRange(ageFromMonths, ageUntilMonths);
            return switch (evidence) {
                case SOCIAL -> new SocialCare(component, ages, minimumVisits, windowMonths);
                case SCHOOL -> new SchoolAttendance(component, ages, minimumPercent, countsExcused);
                case HEALTH ->
                        birthFromMonth == null
                                ? new HealthVisits(
                                        component, ages, care, minimumVisits, windowMonths)
                                : new BirthCare(
                                        component,
                                        care,
                                        minimumVisits,
                                        birthFromMonth,
                                        birthUntilMonth);
            };
        }
    }

    private final Database database;
    private final Reread<CommitmentPolicies> known = new Reread<>(this::read);

    JdbcCommitmentRules(Database database) {
        this.database = database;
    }

    @Override
    public CommitmentPolicies all() {
        return known.get();
    }

    private CommitmentPolicies read() {
        Map<String, List<Commitment>> commitments =
                database.query(
                        "SELECT * FROM commitment_rule",
                        q ->
                                q.map(database.rowsAs(RuleRow.class))
                                        .collect(
                                                groupingBy(
                                                        RuleRow::policyCode,
                                                        mapping(RuleRow::commitment, toList()))));
        return new CommitmentPolicies(
                database
                        .query(
                                "SELECT * FROM commitment_policy",
                                q -> q.map(database.rowsAs(PolicyRow.class)).list())
                        .stream()
                        .map(
                                policy ->
                                        new CommitmentPolicy(
                                                policy.policyCode(),
                                                policy.validFrom(),
                                                policy.legalBasis(),
                                                commitments.getOrDefault(
                                                        policy.policyCode(), List.of())))
                        .toList());
    }
}
