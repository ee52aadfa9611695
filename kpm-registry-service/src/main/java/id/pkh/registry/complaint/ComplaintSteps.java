package id.pkh.registry.complaint;

import id.pkh.platform.persistence.Database;
import id.pkh.registry.complaint.domain.ComplaintCodes.Companion;
import id.pkh.registry.complaint.domain.StepKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** The steps of handling, which are only ever added. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class ComplaintSteps {

    private static final String INSERT =
            """
            INSERT INTO complaint_step (complaint_id, step_no, round, kind, card_place, taken_on, accompanied_by,
                   reference_cipher, card_last_digits, note_cipher, recorded_by, recorded_at)
            VALUES (:id, :no, :round, :kind, :place, :on, :with, :reference, :digits, :note, :by, :now)
            """;

    private final Database database;

    ComplaintSteps(Database database) {
        this.database = database;
    }

    /**
     * @param cardPlace place among the steps of the card; null for every other step
     */
    record StepRow(
            int stepNo,
            int round,
            StepKind kind,
            Integer cardPlace,
            LocalDate takenOn,
            Companion accompaniedBy,
            byte[] referenceCipher,
            String cardLastDigits,
            byte[] noteCipher,
            String recordedBy,
            Instant recordedAt) {}

    List<StepRow> of(UUID complaint) {
        return database.query(
                "SELECT step_no, round, kind, card_place, taken_on, accompanied_by, reference_cipher,"
                        + " card_last_digits, note_cipher, recorded_by, recorded_at"
                        + " FROM complaint_step WHERE complaint_id = :id ORDER BY step_no",
                q -> q.bind("id", complaint).map(database.rowsAs(StepRow.class)).list());
    }

    void insert(UUID complaint, StepRow step) {
        database.update(
                INSERT,
                u ->
                        u.bind("id", complaint)
                                .bind("no", step.stepNo())
                                .bind("round", step.round())
                                .bind("kind", step.kind())
                                .bind("place", step.cardPlace())
                                .bind("on", step.takenOn())
                                .bind("with", step.accompaniedBy())
                                .bind("reference", step.referenceCipher())
                                .bind("digits", step.cardLastDigits())
                                .bind("note", step.noteCipher())
                                .bind("by", step.recordedBy())
                                .bind("now", step.recordedAt()));
    }
}
