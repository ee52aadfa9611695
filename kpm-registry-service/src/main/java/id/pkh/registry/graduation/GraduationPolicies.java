package id.pkh.registry.graduation;

import id.pkh.platform.persistence.Database;
import id.pkh.platform.policies.Reread;
import id.pkh.registry.graduation.domain.GraduationPolicy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/** The policy of a day. */
@ApplicationScoped
class GraduationPolicies {

    private final Database database;
    private final Reread<List<Row>> rows = new Reread<>(this::read);

    GraduationPolicies(Database database) {
        this.database = database;
    }

    record Row(
            LocalDate validFrom,
            String policyCode,
            int naturalDays,
            int visitDays,
            int membershipYears) {}

    GraduationPolicy on(LocalDate day) {
        return rows.get().stream()
                .filter(row -> !row.validFrom().isAfter(day))
                .max(Comparator.comparing(Row::validFrom))
                .map(
                        row ->
                                new GraduationPolicy(
                                        row.policyCode(),
                                        row.naturalDays(),
                                        row.visitDays(),
                                        row.membershipYears()))
                .orElseThrow(() -> new IllegalStateException("no policy of graduations"));
    }

    private List<Row> read() {
        return database.query(
                "SELECT valid_from, policy_code, natural_days, visit_days, membership_years"
                        + " FROM graduation_policy",
                q -> q.map(database.rowsAs(Row.class)).list());
    }
}
