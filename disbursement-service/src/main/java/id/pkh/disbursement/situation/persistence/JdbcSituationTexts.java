package id.pkh.disbursement.situation.persistence;

import id.pkh.disbursement.situation.SituationTexts;
import id.pkh.disbursement.situation.domain.NextStep;
import id.pkh.disbursement.situation.domain.NextStep.Due;
import id.pkh.disbursement.situation.domain.NextStep.Responsible;
import id.pkh.disbursement.situation.domain.Situation;
import id.pkh.platform.persistence.Database;
import id.pkh.platform.policies.Reread;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;

/** Few rows, which every answer needs. */
@ApplicationScoped
class JdbcSituationTexts implements SituationTexts {

    private static final String ANY = "";

    private final Database database;
    private final Reread<List<SituationRow>> situations = new Reread<>(this::readSituations);
    private final Reread<List<ReasonRow>> reasons = new Reread<>(this::readReasons);

    JdbcSituationTexts(Database database) {
        this.database = database;
    }

    record SituationRow(
            String situation,
            String reason,
            LocalDate validFrom,
            String responsible,
            String due,
            Integer dueDays,
            String textEn,
            String textId,
            String nextEn,
            String nextId) {

        private boolean isOf(Situation asked, String askedReason, LocalDate day) {
            return situation.equals(asked.name())
                    && (reason.equals(ANY) || reason.equals(askedReason))
                    && !validFrom.isAfter(day);
        }

        private SituationText text() {
            return new SituationText(
                    new Words(textEn, textId),
                    new Words(nextEn, nextId),
                    new NextStep(Responsible.valueOf(responsible), Due.valueOf(due), dueDays));
        }
    }

    record ReasonRow(String reason, LocalDate validFrom, String textEn, String textId) {}

    @Override
    public SituationText of(Situation situation, String reason, LocalDate day) {
        return situations.get().stream()
                .filter(row -> row.isOf(situation, reason, day))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no text of " + situation))
                .text();
    }

    @Override
    public Words reason(String reason, LocalDate day) {
        return reasons.get().stream()
                .filter(row -> row.reason().equals(reason) && !row.validFrom().isAfter(day))
                .findFirst()
                .map(row -> new Words(row.textEn(), row.textId()))
                .orElse(null);
    }

    /** The row of a reason comes before that of any reason, and the latest row first. */
    private List<SituationRow> readSituations() {
        return database.query(
                "SELECT * FROM situation_text ORDER BY situation, reason DESC, valid_from DESC",
                q -> q.map(database.rowsAs(SituationRow.class)).list());
    }

    private List<ReasonRow> readReasons() {
        return database.query(
                "SELECT * FROM reason_text ORDER BY reason, valid_from DESC",
                q -> q.map(database.rowsAs(ReasonRow.class)).list());
    }
}
