package id.pkh.verification.evidence.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import id.pkh.verification.compliance.domain.EvidenceLine;
import id.pkh.verification.compliance.domain.SchoolMonth;
import id.pkh.verification.evidence.MemberLineQueries;
import id.pkh.verification.evidence.form.MemberLines;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Somebody about whom something can be stated for a month, and what stands. */
@Schema(name = "MemberEvidence")
public record EvidenceLineView(
        UUID memberId,
        UUID kpmId,
        String component,
        @Schema(nullable = true, description = "NPSN of the school on record") String schoolId,
        @Schema(nullable = true, description = "School or service of the line that stands")
                String pointCode,
        @JsonProperty("is_own")
                @Schema(
                        description =
                                "Whether the caller stated it; otherwise it is the latest line of another sender")
                boolean isOwn,
        @Schema(nullable = true, description = "null when nothing stands") Entry entry) {

    /** A month as it would be written on the form. */
    @Schema(name = "EvidenceLineEntry")
    public record Entry(
            YearMonth month,
            @Schema(nullable = true) String alpa,
            @Schema(nullable = true) String izin,
            @Schema(nullable = true) String sakit,
            @Schema(nullable = true) String jml,
            @Schema(nullable = true) String visits) {}

    static EvidenceLineView of(MemberLineQueries.Listed listed, String subject) {
        EvidenceLine line = listed.line();
        return new EvidenceLineView(
                listed.memberId(),
                listed.kpmId(),
                listed.component(),
                listed.schoolId(),
                line == null ? null : line.pointCode(),
                line != null && line.sentBy().equals(subject),
                line == null ? null : month(line));
    }

    private static Entry month(EvidenceLine line) {
        List<String> cells = MemberLines.cells(line.entry());
        return line.entry() instanceof SchoolMonth
                ? new Entry(
                        line.month(), cells.get(0), cells.get(1), cells.get(2), cells.get(3), null)
                : new Entry(line.month(), null, null, null, null, cells.get(0));
    }
}
