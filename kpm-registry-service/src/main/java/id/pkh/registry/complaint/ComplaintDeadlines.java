package id.pkh.registry.complaint;

import id.pkh.platform.persistence.Database;
import id.pkh.platform.policies.Reread;
import id.pkh.registry.complaint.domain.ComplaintCodes.Category;
import id.pkh.registry.complaint.domain.ComplaintCodes.Priority;
import id.pkh.registry.complaint.domain.ComplaintType;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/**
 * By when a level settles a complaint: the days of the policy, after the day on which it got it.
 */
@ApplicationScoped
class ComplaintDeadlines {

    private final Database database;
    private final Reread<List<Row>> rows = new Reread<>(this::read);

    ComplaintDeadlines(Database database) {
        this.database = database;
    }

    record Row(LocalDate validFrom, Category category, Priority priority, int days) {}

    LocalDate of(ComplaintType type, Priority priority, LocalDate since) {
        return rows.get().stream()
                .filter(row -> row.category() == type.category() && row.priority() == priority)
                .filter(row -> !row.validFrom().isAfter(since))
                .max(Comparator.comparing(Row::validFrom))
                .map(row -> since.plusDays(row.days()))
                .orElseThrow(() -> new IllegalStateException("no deadline of complaints"));
    }

    private List<Row> read() {
        return database.query(
                "SELECT valid_from, category, priority, days FROM complaint_deadline",
                q -> q.map(database.rowsAs(Row.class)).list());
    }
}
