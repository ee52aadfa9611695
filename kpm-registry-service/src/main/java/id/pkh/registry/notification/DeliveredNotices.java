package id.pkh.registry.notification;

import id.pkh.contracts.verification.NoticeDelivered;
import id.pkh.platform.persistence.Database;
import id.pkh.platform.persistence.SqlArrays;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** The notices that families have in hand. A later one about the same subject adds nothing. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class DeliveredNotices {

    private final Database database;

    DeliveredNotices(Database database) {
        this.database = database;
    }

    public void record(List<NoticeDelivered> notices) {
        database.batch(
                "INSERT INTO delivered_notice (subject_id, kpm_id, delivered_on)"
                        + " VALUES (:subject, :kpm, :on) ON CONFLICT DO NOTHING",
                notices,
                (row, notice) ->
                        row.bind("subject", notice.subjectId())
                                .bind("kpm", notice.kpmId())
                                .bind("on", notice.deliveredOn()));
    }

    /** Those of the subjects about which somebody got a notice. */
    Set<UUID> among(List<Subject> subjects) {
        return new HashSet<>(
                database.query(
                        "SELECT subject_id FROM delivered_notice WHERE subject_id = ANY (:subjects)",
                        q ->
                                q.bind("subjects", SqlArrays.uuids(subjects, Subject::subjectId))
                                        .mapTo(UUID.class)
                                        .list()));
    }
}
