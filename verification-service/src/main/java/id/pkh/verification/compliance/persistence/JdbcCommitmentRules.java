package id.pkh.verification.compliance.persistence;

import id.pkh.verification.Database;
import id.pkh.verification.compliance.CommitmentRules;
import id.pkh.verification.compliance.domain.AgeRange;
import id.pkh.verification.compliance.domain.Commitment;
import id.pkh.verification.compliance.domain.CommitmentPolicies;
import id.pkh.verification.compliance.domain.CommitmentPolicy;
import id.pkh.verification.compliance.domain.EvidenceKind;
import id.pkh.verification.compliance.domain.HealthVisits;
import id.pkh.verification.compliance.domain.SchoolAttendance;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Policies come with a migration, so they are read once a process. */
@ApplicationScoped
class JdbcCommitmentRules implements CommitmentRules {

    private record PolicyRule(String policyCode, Commitment commitment) {}

    private final Database database;
    private volatile CommitmentPolicies known;

    JdbcCommitmentRules(Database database) {
        this.database = database;
    }

    @Override
    public CommitmentPolicies all() {
        if (known == null) {
            known = read();
        }
        return known;
    }

    private CommitmentPolicies read() {
        Map<String, List<Commitment>> commitments =
                database.query("SELECT * FROM commitment_rule", JdbcCommitmentRules::rule).stream()
                        .collect(
                                Collectors.groupingBy(
                                        PolicyRule::policyCode,
                                        Collectors.mapping(
                                                PolicyRule::commitment, Collectors.toList())));
        return new CommitmentPolicies(
                database.query(
                        "SELECT policy_code, valid_from, legal_basis FROM commitment_policy",
                        row ->
                                new CommitmentPolicy(
                                        row.getString("policy_code"),
                                        Database.date(row, "valid_from"),
                                        row.getString("legal_basis"),
                                        commitments.getOrDefault(
                                                row.getString("policy_code"), List.of()))));
    }

    private static PolicyRule rule(ResultSet row) throws SQLException {
        String component = row.getString("component");
        AgeRange ages =
                new AgeRange(
                        row.getInt("age_from_months"),
                        row.getObject("age_until_months", Integer.class));
        Commitment commitment =
                row.getString("evidence").equals(EvidenceKind.SCHOOL.name())
                        ? new SchoolAttendance(
                                component,
                                ages,
                                row.getInt("minimum_percent"),
                                row.getBoolean("counts_excused"))
                        : new HealthVisits(
                                component,
                                ages,
                                row.getInt("minimum_visits"),
                                row.getInt("window_months"));
        return new PolicyRule(row.getString("policy_code"), commitment);
    }
}
