package id.pkh.verification.evidence.rest;

import id.pkh.platform.web.FreeText;
import id.pkh.platform.web.Refused;
import id.pkh.verification.evidence.form.FormKind;
import id.pkh.verification.evidence.form.MemberLines;
import id.pkh.verification.signal.domain.VerificationPeriod;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Lines of a form whose people are named by the programme's own ids. */
@Schema(name = "EvidenceLinesRequest")
public record EvidenceLinesRequest(
        @NotNull FormKind kind,
        @Schema(description = "NPSN of the school, or code of the health or social service")
                @NotNull
                @Pattern(regexp = POINT_CODE)
                String pointCode,
        @Schema(description = "yyyy-Qn") @NotNull @Pattern(regexp = VerificationPeriod.QUARTER_TEXT)
                String quarter,
        @Schema(
                        nullable = true,
                        description = "true to replace what you sent before; needs a reason")
                Boolean correction,
        @Schema(nullable = true) @FreeText @Size(max = 1000) String reason,
        @NotNull @Size(min = 1, max = 500) List<@NotNull @Valid Row> rows) {

    static final String POINT_CODE = "[A-Za-z0-9][A-Za-z0-9 ._/-]{0,19}";

    /** What is stated about a person. */
    @Schema(name = "EvidenceLineOfMember")
    public record Row(
            @NotNull UUID memberId,
            @NotNull @Size(min = 1, max = 3) List<@NotNull @Valid Month> months) {}

    /** A month as it would be written on the form; a blank states nothing. */
    @Schema(name = "EvidenceLineMonth")
    public record Month(
            @NotNull YearMonth month,
            @Schema(nullable = true) @FreeText @Size(max = 20) String alpa,
            @Schema(nullable = true) @FreeText @Size(max = 20) String izin,
            @Schema(nullable = true) @FreeText @Size(max = 20) String sakit,
            @Schema(
                            nullable = true,
                            description =
                                    "Days present; HAPUS in a correction takes the month away")
                    @FreeText
                    @Size(max = 20)
                    String jml,
            @Schema(
                            nullable = true,
                            description =
                                    "Of a health or social service: 1, 1 BB TB, TUTUP; HAPUS in a correction")
                    @FreeText
                    @Size(max = 60)
                    String visits) {

        private List<String> cells(FormKind kind) {
            return kind == FormKind.SCHOOL
                    ? List.of(text(alpa), text(izin), text(sakit), text(jml))
                    : List.of(text(visits));
        }

        private static String text(String cell) {
            return cell == null ? "" : cell;
        }
    }

    /** Numbered from 1. */
    public static List<MemberLines.Line> linesOf(FormKind kind, List<Row> rows) {
        List<MemberLines.Line> lines = new ArrayList<>();
        for (Row row : rows) {
            SortedMap<YearMonth, List<String>> months = new TreeMap<>();
            for (Month month : row.months()) {
                if (months.put(month.month(), month.cells(kind)) != null) {
                    throw Refused.because("FORM_MONTH_TWICE")
                            .with("month", month.month().toString());
                }
            }
            lines.add(new MemberLines.Line(lines.size() + 1, row.memberId(), months));
        }
        return lines;
    }
}
