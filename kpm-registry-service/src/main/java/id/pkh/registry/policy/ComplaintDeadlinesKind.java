package id.pkh.registry.policy;

import id.pkh.platform.persistence.Database;
import id.pkh.platform.policies.FirstDays;
import id.pkh.platform.policies.PolicyKind;
import id.pkh.platform.policies.PolicyRows;
import id.pkh.platform.policies.PolicySpan;
import id.pkh.registry.complaint.domain.ComplaintCodes.Category;
import id.pkh.registry.complaint.domain.ComplaintCodes.Priority;
import id.pkh.registry.policy.ComplaintDeadlinesDocument.DeadlineEntry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * Within how many days a level settles a complaint: {@code complaint_deadline}, and {@code
 * complaint_type_deadline} for single types.
 */
@ApplicationScoped
class ComplaintDeadlinesKind implements PolicyKind<ComplaintDeadlinesDocument> {

    static final String NAME = "COMPLAINT_DEADLINES";

    private final Database database;

    ComplaintDeadlinesKind(Database database) {
        this.database = database;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Class<ComplaintDeadlinesDocument> documentType() {
        return ComplaintDeadlinesDocument.class;
    }

    @Override
    public FirstDays firstDays() {
        return FirstDays.OF_MONTHS;
    }

    @Override
    public List<PolicySpan> spans() {
        return database.query(
                "SELECT DISTINCT policy_code, valid_from, NULL::date AS valid_until"
                        + " FROM complaint_deadline",
                q -> q.map(database.rowsAs(PolicySpan.class)).list());
    }

    /** Every complaint has a deadline. */
    @Override
    public void check(ComplaintDeadlinesDocument document) {
        PolicyRows.requireDistinct(document.deadlines(), DeadlineEntry::name);
        PolicyRows.requireDistinct(document.ofTypes(), entry -> entry.type().name());
        List<String> stated = document.deadlines().stream().map(DeadlineEntry::name).toList();
        for (Category category : Category.values()) {
            for (Priority priority : Priority.values()) {
                String row = category + " " + priority;
                PolicyRows.require(stated.contains(row), row);
            }
        }
    }

    @Override
    public void add(ComplaintDeadlinesDocument document) {
        database.batch(
                "INSERT INTO complaint_deadline (policy_code, valid_from, category, priority, days,"
                        + " legal_basis) VALUES (:code, :from, :category, :priority, :days, :basis)",
                document.deadlines(),
                (row, deadline) ->
                        row.bind("code", document.policyCode())
                                .bind("from", document.validFrom())
                                .bind("category", deadline.category())
                                .bind("priority", deadline.priority())
                                .bind("days", deadline.days())
                                .bind("basis", document.legalBasis()));
        database.batch(
                "INSERT INTO complaint_type_deadline (policy_code, valid_from, type, days, legal_basis)"
                        + " VALUES (:code, :from, :type, :days, :basis)",
                document.ofTypes(),
                (row, deadline) ->
                        row.bind("code", document.policyCode())
                                .bind("from", document.validFrom())
                                .bind("type", deadline.type())
                                .bind("days", deadline.days())
                                .bind("basis", document.legalBasis()));
    }

    @Override
    public void remove(ComplaintDeadlinesDocument document) {
        for (String table : List.of("complaint_deadline", "complaint_type_deadline")) {
            database.update(
                    "DELETE FROM " + table + " WHERE policy_code = :code",
                    u -> u.bind("code", document.policyCode()));
        }
    }
}
