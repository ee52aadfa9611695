package id.pkh.meeting.duty;

import id.pkh.meeting.Database;
import id.pkh.meeting.duty.domain.EscalationPolicy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The escalation policies as they stand in the database. */
@ApplicationScoped
class DutyPolicies {

    private final Database database;

    DutyPolicies(Database database) {
        this.database = database;
    }

    List<EscalationPolicy> all() {
        Map<String, List<Row>> byCode = new LinkedHashMap<>();
        database.query(
                "SELECT policy_code, valid_from, legal_basis, months_running_from, level"
                        + " FROM facilitator_duty_policy ORDER BY policy_code, months_running_from",
                row ->
                        byCode.computeIfAbsent(
                                        row.getString("policy_code"), code -> new ArrayList<>())
                                .add(
                                        new Row(
                                                row.getObject("valid_from", LocalDate.class),
                                                row.getString("legal_basis"),
                                                new EscalationPolicy.Step(
                                                        row.getInt("months_running_from"),
                                                        row.getString("level")))));
        List<EscalationPolicy> policies = new ArrayList<>();
        byCode.forEach(
                (code, rows) ->
                        policies.add(
                                new EscalationPolicy(
                                        code,
                                        rows.get(0).validFrom(),
                                        rows.get(0).legalBasis(),
                                        rows.stream().map(Row::step).toList())));
        return policies;
    }

    private record Row(LocalDate validFrom, String legalBasis, EscalationPolicy.Step step) {}
}
