package id.pkh.disbursement.withdrawal.file;

import id.pkh.disbursement.withdrawal.PaymentKey;
import id.pkh.disbursement.withdrawal.StatedReport;
import id.pkh.disbursement.withdrawal.domain.EvidenceKind;
import id.pkh.disbursement.withdrawal.domain.WithdrawalEvidence;
import id.pkh.disbursement.withdrawal.domain.WithdrawalFacts;
import id.pkh.disbursement.withdrawal.domain.WithdrawalOutcome;
import id.pkh.platform.files.ColumnSpec;
import id.pkh.platform.files.Columns;
import id.pkh.platform.files.Dates;
import id.pkh.platform.files.FileRun;
import id.pkh.platform.files.Row;
import id.pkh.platform.files.RowRefusal;
import id.pkh.platform.web.FreeTextRule;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * The rows of a reconciliation form. The columns are those of the form on paper; a row names its
 * payment by an id of this system and never by an account.
 */
final class FormRows {

    static final String PAYMENT = "id_pembayaran";
    static final String FAMILY = "id_keluarga";
    static final String CYCLE = "tahap";
    static final String WITHDRAWN = "ditarik";
    static final String DAY = "tanggal";
    static final String AMOUNT = "jumlah_ditarik";
    static final String CHANNEL = "saluran";
    static final String REASON = "alasan";
    static final String COMPANION = "didampingi";
    static final String EVIDENCE = "bukti";
    static final String REFERENCE = "nomor_bukti";
    static final String SHA256 = "sha256_foto";
    static final String REVISION = "revisi";

    private static final ColumnSpec[] COLUMNS = {
        ColumnSpec.optional(PAYMENT),
        ColumnSpec.optional(FAMILY, "id_kpm"),
        ColumnSpec.optional(CYCLE),
        ColumnSpec.required(WITHDRAWN, "sudah ditarik", "pencairan"),
        ColumnSpec.optional(DAY, "tanggal penarikan"),
        ColumnSpec.optional(AMOUNT, "jumlah", "nominal"),
        ColumnSpec.optional(CHANNEL, "tempat penarikan"),
        ColumnSpec.optional(REASON, "alasan tidak ditarik"),
        ColumnSpec.optional(COMPANION, "pendampingan"),
        ColumnSpec.optional(EVIDENCE),
        ColumnSpec.optional(REFERENCE),
        ColumnSpec.optional(SHA256),
        ColumnSpec.optional(REVISION)
    };
    private static final int MAX_REFERENCE_CHARS = 200;
    private static final Map<String, String> COLUMN_OF_FIELD =
            Map.of(
                    "amount_idr", AMOUNT,
                    "channel", CHANNEL,
                    "reason_code", REASON,
                    "occurred_on", DAY,
                    "accompanied_by", COMPANION,
                    "evidence", EVIDENCE);

    private final Columns columns;

    private FormRows(Columns columns) {
        this.columns = columns;
    }

    /** Empty when the row is no header of a form. */
    static Optional<FormRows> under(Row header) {
        return Columns.matching(header, COLUMNS)
                .filter(
                        columns ->
                                columns.has(PAYMENT) || (columns.has(FAMILY) && columns.has(CYCLE)))
                .map(FormRows::new);
    }

    /** The report of a row; empty when the row was refused. */
    Optional<StatedReport> read(Row row, FileRun run) {
        try {
            return Optional.of(report(row));
        } catch (UnreadCell unread) {
            run.refuse(unread.refusal);
            return Optional.empty();
        }
    }

    /** The column that a refusal of a report is about, by the field that it names. */
    RowRefusal refusal(Row row, String code, String lookAt) {
        String column =
                switch (code) {
                    case "WITHDRAWAL_DAY_INVALID" -> DAY;
                    case "WITHDRAWAL_REASON_UNKNOWN" -> REASON;
                    case "WITHDRAWAL_ALREADY_REPORTED", "WITHDRAWAL_REVISION_DIFFERS" -> REVISION;
                    case "WITHDRAWAL_INCOMPLETE" -> COLUMN_OF_FIELD.getOrDefault(lookAt, WITHDRAWN);
                    default -> columns.has(PAYMENT) ? PAYMENT : FAMILY;
                };
        return RowRefusal.of(
                row.line(), column, columns.of(row, column), code, lookAt == null ? "" : lookAt);
    }

    private StatedReport report(Row row) {
        WithdrawalOutcome outcome =
                cell(
                                row,
                                WITHDRAWN,
                                word -> WithdrawalWords.meaning(word, WithdrawalWords.OUTCOMES),
                                "Ya, Tidak")
                        .orElseThrow(() -> unread(row, WITHDRAWN, "Ya, Tidak"));
        return new StatedReport(
                payment(row),
                new WithdrawalFacts(
                        outcome,
                        cell(row, AMOUNT, WithdrawalWords::rupiah, "225.000").orElse(null),
                        cell(row, DAY, Dates::parse, "dd/mm/yyyy").orElse(null),
                        word(row, CHANNEL, WithdrawalWords.CHANNELS),
                        word(row, REASON, WithdrawalWords.REASONS),
                        word(row, COMPANION, WithdrawalWords.COMPANIONS),
                        evidence(row)),
                cell(row, REVISION, FormRows::revision, "1").orElse(null));
    }

    private PaymentKey payment(Row row) {
        Optional<UUID> paymentId = cell(row, PAYMENT, FormRows::uuid, "id");
        if (paymentId.isPresent()) {
            return PaymentKey.of(paymentId.get());
        }
        UUID kpmId =
                cell(row, FAMILY, FormRows::uuid, "id")
                        .orElseThrow(
                                () -> unread(row, columns.has(PAYMENT) ? PAYMENT : FAMILY, "id"));
        return PaymentKey.of(
                kpmId,
                cell(row, CYCLE, Optional::of, "2026-T2")
                        .orElseThrow(() -> unread(row, CYCLE, "2026-T2")));
    }

    private WithdrawalEvidence evidence(Row row) {
        EvidenceKind kind = word(row, EVIDENCE, WithdrawalWords.EVIDENCE);
        String reference =
                cell(row, REFERENCE, Optional::of, "").map(text -> checked(row, text)).orElse(null);
        String sha256 =
                cell(
                                row,
                                SHA256,
                                text -> Optional.of(text).filter(t -> t.matches("[0-9a-f]{64}")),
                                "sha256")
                        .orElse(null);
        return new WithdrawalEvidence(kind == null ? EvidenceKind.NONE : kind, reference, sha256);
    }

    private static String checked(Row row, String reference) {
        FreeTextRule.faultOf(reference)
                .ifPresent(
                        code -> {
                            throw new UnreadCell(
                                    RowRefusal.withoutValue(row.line(), REFERENCE, code, ""));
                        });
        if (reference.length() > MAX_REFERENCE_CHARS) {
            throw new UnreadCell(
                    RowRefusal.withoutValue(
                            row.line(), REFERENCE, "WITHDRAWAL_CELL_UNREADABLE", "200"));
        }
        return reference;
    }

    private <C> C word(Row row, String column, Map<String, C> meanings) {
        return cell(
                        row,
                        column,
                        text -> WithdrawalWords.meaning(text, meanings),
                        meanings.keySet().stream().sorted().findFirst().orElse(""))
                .orElse(null);
    }

    /** Empty for an empty cell; a cell with something else than expected is a fault of its row. */
    private <C> Optional<C> cell(
            Row row, String column, Function<String, Optional<C>> reading, String expected) {
        String text = columns.of(row, column);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(reading.apply(text).orElseThrow(() -> unread(row, column, expected)));
    }

    private UnreadCell unread(Row row, String column, String expected) {
        return new UnreadCell(
                RowRefusal.of(
                        row.line(),
                        column,
                        columns.of(row, column),
                        "WITHDRAWAL_CELL_UNREADABLE",
                        expected));
    }

    private static Optional<UUID> uuid(String text) {
        return text.matches("(?i)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
                ? Optional.of(UUID.fromString(text))
                : Optional.empty();
    }

    private static Optional<Integer> revision(String text) {
        return text.matches("[1-9]\\d{0,5}")
                ? Optional.of(Integer.valueOf(text))
                : Optional.empty();
    }

    /** Leaves the reading of a row at its first fault. */
    private static final class UnreadCell extends RuntimeException {

        private final transient RowRefusal refusal;

        UnreadCell(RowRefusal refusal) {
            super(refusal.code(), null, false, false);
            this.refusal = refusal;
        }
    }
}
