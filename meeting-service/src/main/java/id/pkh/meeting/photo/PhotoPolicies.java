package id.pkh.meeting.photo;

import id.pkh.meeting.photo.domain.PhotoPolicy;
import id.pkh.platform.persistence.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;

/** The versions of the policy in the database. */
@ApplicationScoped
public class PhotoPolicies {

    private final Database database;

    PhotoPolicies(Database database) {
        this.database = database;
    }

    public PhotoPolicy on(LocalDate day) {
        return PhotoPolicy.on(
                database.query(
                        "SELECT policy_code, valid_from, days_around, far_metres FROM photo_policy",
                        q -> q.map(database.rowsAs(PhotoPolicy.class)).list()),
                day);
    }
}
