package id.pkh.registry.dataupdate;

import id.pkh.platform.persistence.Database;
import id.pkh.platform.policies.Reread;
import id.pkh.registry.dataupdate.domain.DecisionDeadline;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/** The deadlines of the policies, each from its first day until the next one begins. */
@ApplicationScoped
class Deadlines {

    private final Database database;
    private final Reread<List<Row>> rows = new Reread<>(this::read);

    Deadlines(Database database) {
        this.database = database;
    }

    record Row(LocalDate validFrom, int days, int monthClosesOn) {}

    DecisionDeadline on(LocalDate day) {
        return rows.get().stream()
                .filter(row -> !row.validFrom().isAfter(day))
                .max(Comparator.comparing(Row::validFrom))
                .map(row -> new DecisionDeadline(row.days(), row.monthClosesOn()))
                .orElseThrow(() -> new IllegalStateException("no deadline of data updates"));
    }

    private List<Row> read() {
        return database.query(
                "SELECT valid_from, days, month_closes_on FROM data_update_deadline",
                q -> q.map(database.rowsAs(Row.class)).list());
    }
}
