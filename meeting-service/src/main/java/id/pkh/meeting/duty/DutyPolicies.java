package id.pkh.meeting.duty;

import id.pkh.meeting.duty.domain.EscalationLevel;
import id.pkh.meeting.duty.domain.EscalationPolicy;
import id.pkh.platform.persistence.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The escalation policies of the database. */
@ApplicationScoped
class DutyPolicies {

    private final Database database;

    DutyPolicies(Database database) {
        this.database = database;
    }

    List<EscalationPolicy> all() {
        Map<String, List<Row>> byCode =
                database
                        .query(
                                "SELECT policy_code, valid_from, legal_basis, months_running_from, level"
                                        + " FROM facilitator_duty_policy ORDER BY policy_code, months_running_from",
                                q -> q.map(database.rowsAs(Row.class)).list())
                        .stream()
                        .collect(
                                Collectors.groupingBy(
                                        Row::policyCode, LinkedHashMap::new, Collectors.toList()));
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

    /** A step of a policy. */
    private record Row(
            String policyCode,
            LocalDate validFrom,
            String legalBasis,
            int monthsRunningFrom,
            EscalationLevel level) {

        EscalationPolicy.Step step() {
            return new EscalationPolicy.Step(monthsRunningFrom, level);
        }
    }
}
