package id.pkh.registry.complaint;

import id.pkh.registry.complaint.Complaints.ActRow;
import id.pkh.registry.complaint.Complaints.NewComplaint;
import id.pkh.registry.complaint.domain.Standing;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** Writes what a person did with a complaint, and where the complaint is then. */
@ApplicationScoped
class ComplaintMoves {

    private final Complaints complaints;
    private final ComplaintTexts texts;

    ComplaintMoves(Complaints complaints, ComplaintTexts texts) {
        this.complaints = complaints;
        this.texts = texts;
    }

    void lodge(NewComplaint complaint) {
        complaints.insert(complaint, texts.seal(complaint.text()));
        complaints.act(
                complaint.id(),
                new ActRow(
                        1,
                        "LODGED",
                        complaint.standing().level().rank(),
                        complaint.by(),
                        complaint.now(),
                        null,
                        null,
                        null));
    }

    void write(ComplaintRow row, Standing next, String act, String note, String by, Instant now) {
        complaints.become(row.complaintId(), next);
        complaints.act(
                row.complaintId(),
                new ActRow(
                        row.version() + 1,
                        act,
                        next.level().rank(),
                        by,
                        now,
                        next.outcome(),
                        next.reason(),
                        texts.seal(note)));
    }
}
