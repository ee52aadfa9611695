package id.pkh.verification.decision.persistence;

import static id.pkh.platform.persistence.SqlArrays.days;
import static id.pkh.platform.persistence.SqlArrays.uuids;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import id.pkh.platform.persistence.Database;
import id.pkh.verification.decision.MatterFacts;
import id.pkh.verification.sanction.IssuedStep;
import id.pkh.verification.signal.domain.Cause;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

@ApplicationScoped
class JdbcMatterFacts implements MatterFacts {

    private static final String SENDERS =
            "SELECT DISTINCT s.step_id, f.received_by AS sender FROM unnest(:steps, :kpms, :starts, :ends)"
                    + " AS s (step_id, kpm_id, first_day, last_day)"
                    + " JOIN kpm_member k ON k.kpm_id = s.kpm_id"
                    + " JOIN form_member m ON m.member_id = k.member_id AND m.kpm_id = s.kpm_id"
                    + " AND m.quarter_start BETWEEN s.first_day AND s.last_day"
                    + " JOIN service_point_form f ON f.form_id = m.form_id";

    private record Sender(UUID stepId, String sender) {}

    private final Database database;

    JdbcMatterFacts(Database database) {
        this.database = database;
    }

    @Override
    public Set<UUID> decided(Collection<UUID> stepIds) {
        return steps("SELECT step_id FROM sanction_decision WHERE step_id = ANY (:steps)", stepIds);
    }

    @Override
    public Set<UUID> appealed(Collection<UUID> stepIds) {
        return steps(
                "SELECT step_id FROM appeal WHERE step_id = ANY (:steps) AND decision IS NULL",
                stepIds);
    }

    @Override
    public Map<UUID, Set<String>> evidenceSenders(Collection<IssuedStep> steps) {
        List<IssuedStep> ofCommitments =
                steps.stream()
                        .filter(step -> Cause.OF_COMMITMENTS.contains(step.due().cause()))
                        .toList();
        if (ofCommitments.isEmpty()) {
            return Map.of();
        }
        return database
                .query(
                        SENDERS,
                        q ->
                                q.bind("steps", uuids(ofCommitments, IssuedStep::stepId))
                                        .bind("kpms", uuids(ofCommitments, IssuedStep::kpmId))
                                        .bind(
                                                "starts",
                                                days(
                                                        ofCommitments,
                                                        step -> step.due().period().firstDay()))
                                        .bind(
                                                "ends",
                                                days(
                                                        ofCommitments,
                                                        step -> step.due().period().lastDay()))
                                        .map(database.rowsAs(Sender.class))
                                        .list())
                .stream()
                .collect(groupingBy(Sender::stepId, mapping(Sender::sender, toSet())));
    }

    private Set<UUID> steps(String sql, Collection<UUID> stepIds) {
        return database.query(sql, q -> q.bind("steps", uuids(stepIds)).mapTo(UUID.class).set());
    }
}
