package id.pkh.registry.complaint;

import id.pkh.platform.persistence.Database;
import id.pkh.platform.policies.Reread;
import id.pkh.registry.complaint.domain.ComplaintCodes.Priority;
import id.pkh.registry.complaint.domain.ComplaintDeadline;
import id.pkh.registry.complaint.domain.ComplaintDeadline.CategoryDays;
import id.pkh.registry.complaint.domain.ComplaintDeadline.TypeDays;
import id.pkh.registry.complaint.domain.ComplaintType;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;

/** The policy of deadlines, as it is on record. */
@ApplicationScoped
class ComplaintDeadlines {

    private final Database database;
    private final Reread<Rows> rows = new Reread<>(this::read);

    ComplaintDeadlines(Database database) {
        this.database = database;
    }

    private record Rows(List<CategoryDays> categories, List<TypeDays> types) {}

    LocalDate of(ComplaintType type, Priority priority, LocalDate since) {
        Rows known = rows.get();
        return ComplaintDeadline.of(type, priority, since, known.categories(), known.types());
    }

    private Rows read() {
        return new Rows(
                database.query(
                        "SELECT policy_code, valid_from, category, priority, days FROM complaint_deadline",
                        q -> q.map(database.rowsAs(CategoryDays.class)).list()),
                database.query(
                        "SELECT policy_code, type, days FROM complaint_type_deadline",
                        q -> q.map(database.rowsAs(TypeDays.class)).list()));
    }
}
