package id.pkh.disbursement.profile.rest;

import id.pkh.disbursement.profile.domain.DateForm;
import id.pkh.disbursement.profile.domain.ListedStatus;
import id.pkh.disbursement.profile.domain.NumberForm;
import id.pkh.disbursement.profile.domain.ProfileContent;
import id.pkh.disbursement.profile.domain.ProfileContent.Column;
import id.pkh.disbursement.profile.domain.ProfileContent.MarkedRow;
import id.pkh.disbursement.profile.domain.ProfileContent.ReasonWord;
import id.pkh.disbursement.profile.domain.ProfileContent.StatusWord;
import id.pkh.disbursement.profile.domain.ProfileContent.TotalsRow;
import id.pkh.disbursement.profile.domain.ProfileEncoding;
import id.pkh.disbursement.profile.domain.ProfileField;
import id.pkh.disbursement.profile.domain.ProfileFormat;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "ProfileContent", description = "How the files of a bank are read.")
record ProfileBody(
        @NotNull ProfileFormat format,
        @Schema(nullable = true, description = "Of a CSV file; never guessed")
                ProfileEncoding encoding,
        @Pattern(regexp = "^[;,|\\t]$") @Schema(nullable = true, description = "Of a CSV file")
                String separator,
        @Pattern(regexp = "^[\"']$")
                @Schema(nullable = true, description = "Around cells of a CSV file")
                String quote,
        @Min(0)
                @Max(20)
                @Schema(
                        description =
                                "Rows above the lines, without blank rows; of merged headers all")
                int headerRows,
        @NotNull @Size(min = 1, max = 10) List<@NotNull @Valid ColumnBody> columns,
        @NotNull
                @Schema(
                        description =
                                "DOT_GROUPS: 1.000.000,00; COMMA_GROUPS: 1,000,000.00; NO_GROUPS: 1000000.00")
                NumberForm numberForm,
        @NotNull DateForm dateForm,
        @NotNull @Size(min = 1, max = 50) List<@NotNull @Valid WordBody> words,
        @NotNull
                @Size(max = 100)
                @Schema(description = "Reasons in the bank's words with their codes of ISO 20022")
                List<@NotNull @Valid ReasonBody> reasons,
        @Valid
                @Schema(
                        nullable = true,
                        description =
                                "The bank's own totals; a file without them counts as cut off")
                TotalsBody totals,
        @NotNull @Size(max = 10) @Schema(description = "Rows that are no lines")
                List<@NotNull @Valid RowBody> leftOut) {

    private static final String WORDS =
            "^[^\\u0000-\\u001F\\u007F-\\u009F\\u00AD\\u200B-\\u200F\\u202A-\\u202E\\u2060-\\u206F\\uFEFF]{1,60}$";
    private static final int MAX_POSITION = 256;

    @Schema(name = "ProfileColumn", description = "Where a field is: by name, or by position.")
    record ColumnBody(
            @NotNull ProfileField field,
            @Pattern(regexp = WORDS) @Schema(nullable = true) String header,
            @Min(1)
                    @Max(MAX_POSITION)
                    @Schema(nullable = true, description = "From 1; where the name is not found")
                    Integer position) {

        private Column column() {
            return new Column(field, header, position);
        }
    }

    @Schema(name = "ProfileWord", description = "What the bank writes as a status, and means.")
    record WordBody(@NotNull @Pattern(regexp = WORDS) String word, @NotNull ListedStatus status) {}

    @Schema(name = "ProfileReason", description = "What the bank writes as a reason, and means.")
    record ReasonBody(
            @NotNull @Pattern(regexp = WORDS) String word,
            @NotNull @Pattern(regexp = "^[A-Z0-9]{4}$") String code) {}

    @Schema(
            name = "ProfileRow",
            description = "A row whose cell in this column begins with the word.")
    record RowBody(
            @Min(1) @Max(MAX_POSITION) int position,
            @NotNull @Pattern(regexp = WORDS) String word) {

        private MarkedRow row() {
            return new MarkedRow(position, word);
        }
    }

    @Schema(name = "ProfileTotals", description = "The row with the bank's own totals.")
    record TotalsBody(
            @NotNull @Valid RowBody row,
            @Min(1) @Max(MAX_POSITION) @Schema(nullable = true) Integer countPosition,
            @Min(1) @Max(MAX_POSITION) @Schema(nullable = true) Integer sumPosition) {}

    ProfileContent content() {
        return new ProfileContent(
                format,
                encoding,
                separator,
                quote,
                headerRows,
                columns.stream().map(ColumnBody::column).toList(),
                numberForm,
                dateForm,
                words.stream().map(one -> new StatusWord(one.word(), one.status())).toList(),
                reasons.stream().map(one -> new ReasonWord(one.word(), one.code())).toList(),
                totals == null
                        ? null
                        : new TotalsRow(
                                totals.row().row(), totals.countPosition(), totals.sumPosition()),
                leftOut.stream().map(RowBody::row).toList());
    }

    static ProfileBody of(ProfileContent content) {
        return new ProfileBody(
                content.format(),
                content.encoding(),
                content.separator(),
                content.quote(),
                content.headerRows(),
                content.columns().stream()
                        .map(one -> new ColumnBody(one.field(), one.header(), one.position()))
                        .toList(),
                content.numberForm(),
                content.dateForm(),
                content.words().stream()
                        .map(one -> new WordBody(one.word(), one.status()))
                        .toList(),
                content.reasons().stream()
                        .map(one -> new ReasonBody(one.word(), one.code()))
                        .toList(),
                of(content.totals()),
                content.leftOut().stream().map(ProfileBody::of).toList());
    }

    private static TotalsBody of(TotalsRow totals) {
        return totals == null
                ? null
                : new TotalsBody(of(totals.row()), totals.countPosition(), totals.sumPosition());
    }

    private static RowBody of(MarkedRow row) {
        return new RowBody(row.position(), row.word());
    }
}
