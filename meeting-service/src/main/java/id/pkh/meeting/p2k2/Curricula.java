package id.pkh.meeting.p2k2;

import id.pkh.meeting.p2k2.domain.Course;
import id.pkh.meeting.p2k2.domain.Curriculum;
import id.pkh.meeting.p2k2.domain.P2k2Session;
import id.pkh.platform.persistence.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The versions of the material in the database. */
@ApplicationScoped
public class Curricula {

    private final Database database;

    Curricula(Database database) {
        this.database = database;
    }

    private record SessionRow(
            String policyCode,
            LocalDate validFrom,
            int position,
            String code,
            String title,
            String module,
            String moduleTitle,
            Course course,
            int number) {

        P2k2Session session() {
            return new P2k2Session(position, code, title, module, moduleTitle, course, number);
        }
    }

    public Curriculum on(LocalDate day) {
        Map<String, List<SessionRow>> versions =
                database
                        .query(
                                "SELECT policy_code, valid_from, position, code, title, module, module_title,"
                                        + " course, number FROM p2k2_session ORDER BY position",
                                q -> q.map(database.rowsAs(SessionRow.class)).list())
                        .stream()
                        .collect(Collectors.groupingBy(SessionRow::policyCode));
        return Curriculum.on(versions.values().stream().map(Curricula::curriculum).toList(), day);
    }

    private static Curriculum curriculum(List<SessionRow> rows) {
        return new Curriculum(
                rows.get(0).policyCode(),
                rows.get(0).validFrom(),
                rows.stream().map(SessionRow::session).toList());
    }
}
