package id.pkh.meeting.group;

import id.pkh.meeting.group.domain.GroupSize;
import id.pkh.platform.persistence.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;

/** The sizes of groups in the database. */
@ApplicationScoped
public class GroupSizes {

    private final Database database;

    GroupSizes(Database database) {
        this.database = database;
    }

    public GroupSize on(LocalDate day) {
        return GroupSize.on(
                database.query(
                        "SELECT policy_code, valid_from, min_families, max_families"
                                + " FROM group_size_policy",
                        q -> q.map(database.rowsAs(GroupSize.class)).list()),
                day);
    }
}
