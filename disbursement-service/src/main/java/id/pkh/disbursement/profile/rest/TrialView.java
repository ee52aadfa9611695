package id.pkh.disbursement.profile.rest;

import id.pkh.disbursement.profile.TryProfile.Tried;
import id.pkh.disbursement.profile.domain.ListedStatus;
import id.pkh.disbursement.profile.file.ReadRow;
import id.pkh.disbursement.profile.file.ReadRow.Line;
import id.pkh.disbursement.profile.file.ReadRow.Totals;
import id.pkh.disbursement.profile.file.ReadRow.Unreadable;
import id.pkh.platform.security.Mask;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "ProfileTrial", description = "What a profile reads of a sample; nothing moves.")
record TrialView(
        UUID trialId,
        UUID profileId,
        @Schema(description = "Of the sample, which is not kept") String sha256,
        @Schema(description = "Whether every line was read, and the totals are theirs")
                boolean allRead,
        int lines,
        int unreadable,
        long sumIdr,
        boolean totalsAgree,
        List<RowView> rows) {

    static TrialView of(Tried tried) {
        return new TrialView(
                tried.trial().trialId(),
                tried.trial().profileId(),
                tried.trial().sha256(),
                tried.trial().allRead(),
                tried.trial().lines(),
                tried.trial().unreadable(),
                tried.sample().sumIdr(),
                tried.trial().totalsAgree(),
                tried.sample().rows().stream().map(RowView::of).toList());
    }

    /** A reference of this service. */
    private static final Pattern REFERENCE = Pattern.compile("[0-9A-Fa-f]{32}");

    /** What a row is. */
    enum ProfileRowKind {
        LINE,
        TOTALS,
        LEFT_OUT,
        UNREADABLE
    }

    @Schema(name = "ProfileTrialRow", description = "A row of the sample, as it is read.")
    record RowView(
            int row,
            @Schema(implementation = ProfileRowKind.class) String kind,
            @Schema(nullable = true) String instructionRef,
            @Schema(nullable = true) String endToEndRef,
            @Schema(nullable = true, description = "Masked") String account,
            @Schema(nullable = true, description = "Of a line, or the sum of the totals")
                    Long amountIdr,
            @Schema(nullable = true, description = "The number of lines in the totals") Long count,
            @Schema(nullable = true, description = "What the bank writes") String word,
            @Schema(
                            nullable = true,
                            implementation = ListedStatus.class,
                            description = "Missing where the profile does not know the word")
                    String status,
            @Schema(nullable = true) LocalDate day,
            @Schema(nullable = true) String reason,
            @Schema(nullable = true) String bankRef,
            @Schema(nullable = true, description = "The column that cannot be read") String column,
            @Schema(nullable = true) String found,
            @Schema(nullable = true) String expected) {

        static RowView of(ReadRow row) {
            if (row instanceof Line line) {
                return of(line);
            }
            if (row instanceof Totals totals) {
                return of(
                        ProfileRowKind.TOTALS, totals.row(), totals.sumIdr(), totals.count(), null);
            }
            return row instanceof Unreadable unreadable
                    ? of(ProfileRowKind.UNREADABLE, unreadable.row(), null, null, unreadable)
                    : of(ProfileRowKind.LEFT_OUT, row.row(), null, null, null);
        }

        private static RowView of(
                ProfileRowKind kind, int row, Long amountIdr, Long count, Unreadable fault) {
            return new RowView(
                    row,
                    kind.name(),
                    null,
                    null,
                    null,
                    amountIdr,
                    count,
                    null,
                    null,
                    null,
                    null,
                    null,
                    fault == null ? null : fault.column(),
                    fault == null ? null : fault.found(),
                    fault == null ? null : fault.expected());
        }

        private static RowView of(Line line) {
            boolean known = line.status() != null;
            return new RowView(
                    line.row(),
                    ProfileRowKind.LINE.name(),
                    reference(line.instructionRef()),
                    reference(line.endToEndRef()),
                    line.account() == null ? null : Mask.digits(line.account()),
                    line.amountIdr(),
                    null,
                    masked(line.word()),
                    known ? line.status().name() : null,
                    line.day(),
                    masked(line.reason()),
                    masked(line.bankRef()),
                    null,
                    known ? null : "WORD_UNKNOWN",
                    known ? null : "a word of the profile");
        }

        private static String reference(String text) {
            return text == null || REFERENCE.matcher(text).matches() ? text : masked(text);
        }

        /** A wrong column may contain numbers of people. */
        private static String masked(String text) {
            return text == null ? null : Mask.longNumbers(text);
        }
    }
}
