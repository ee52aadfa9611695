package id.pkh.disbursement.withdrawal.file;

import static java.util.Map.entry;

import id.pkh.disbursement.withdrawal.domain.Companion;
import id.pkh.disbursement.withdrawal.domain.EvidenceKind;
import id.pkh.disbursement.withdrawal.domain.WithdrawalChannel;
import id.pkh.disbursement.withdrawal.domain.WithdrawalOutcome;
import id.pkh.platform.files.Columns;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What people write into a reconciliation form, and the codes that it means. Only letters and
 * digits are compared. A code may be written as it is.
 */
final class WithdrawalWords {

    static final Map<String, WithdrawalOutcome> OUTCOMES =
            Map.of(
                    "Ya", WithdrawalOutcome.WITHDRAWN,
                    "Sudah", WithdrawalOutcome.WITHDRAWN,
                    "Tidak", WithdrawalOutcome.NOT_WITHDRAWN,
                    "Belum", WithdrawalOutcome.NOT_WITHDRAWN,
                    "Batal", WithdrawalOutcome.RETRACTED);

    static final Map<String, WithdrawalChannel> CHANNELS =
            Map.of(
                    "ATM", WithdrawalChannel.ATM,
                    "Kantor bank", WithdrawalChannel.BRANCH,
                    "Teller", WithdrawalChannel.BRANCH,
                    "Agen", WithdrawalChannel.AGENT,
                    "E-warong", WithdrawalChannel.AGENT,
                    "Kantor pos", WithdrawalChannel.POST_OFFICE,
                    "Lainnya", WithdrawalChannel.OTHER);

    static final Map<String, Companion> COMPANIONS =
            Map.of(
                    "Pendamping", Companion.FACILITATOR,
                    "Lainnya", Companion.OTHER,
                    "Sendiri", Companion.NOBODY,
                    "Tidak", Companion.NOBODY);

    static final Map<String, EvidenceKind> EVIDENCE =
            Map.of(
                    "Daftar hadir", EvidenceKind.ATTENDANCE_LIST,
                    "Struk", EvidenceKind.RECEIPT,
                    "Buku tabungan", EvidenceKind.PASSBOOK,
                    "Foto", EvidenceKind.PHOTO,
                    "Tidak ada", EvidenceKind.NONE);

    static final Map<String, String> REASONS =
            Map.ofEntries(
                    entry("Dana belum masuk", "NO_TRANSFER"),
                    entry("KKS hilang", "CARD_LOST"),
                    entry("KKS tidak terbaca", "CARD_UNREADABLE"),
                    entry("PIN terblokir", "PIN_BLOCKED"),
                    entry("Tidak tahu jadwal", "NOT_INFORMED"),
                    entry("Lainnya", "OTHER"),
                    entry("KKS rusak", "CARD_DAMAGED"),
                    entry("KKS tertelan", "CARD_SWALLOWED"),
                    entry("Lupa PIN", "PIN_FORGOTTEN"),
                    entry("KKS belum diterima", "CARD_NOT_RECEIVED"),
                    entry("KKS dipegang orang lain", "CARD_HELD_BY_OTHER"),
                    entry("Pindah", "MOVED"),
                    entry("Bekerja di luar daerah", "WORKING_AWAY"),
                    entry("Meninggal", "DECEASED"),
                    entry("Sakit", "ILL"),
                    entry("Rekening tidak aktif", "ACCOUNT_DORMANT"),
                    entry("Data tidak sesuai", "DATA_MISMATCH"),
                    entry("Menolak", "REFUSED"));

    private static final Pattern RUPIAH =
            Pattern.compile(
                    // 225.00 may have lost a digit
                    "(?i)(?:rp\\.?\\s*)?(?!\\d{1,3}\\.00?$)(\\d{1,10}|\\d{1,3}(?:\\.\\d{3}){1,3}|\\d{1,3}(?:,\\d{3}){1,3})"
                            + "(?:,00|,-|\\.00|\\.0)?");

    private WithdrawalWords() {}

    /** The code that a word means; empty when it means none. */
    static <C> Optional<C> meaning(String word, Map<String, C> meanings) {
        String key = Columns.key(word);
        return meanings.entrySet().stream()
                .filter(
                        meaning ->
                                Columns.key(meaning.getKey()).equals(key)
                                        || Columns.key(meaning.getValue().toString()).equals(key))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** Whole rupiah, as people write them: 225000, 225.000, Rp 225.000,00. */
    static Optional<Long> rupiah(String text) {
        Matcher matcher = RUPIAH.matcher(text.strip());
        return matcher.matches()
                ? Optional.of(Long.valueOf(matcher.group(1).replaceAll("[.,]", "")))
                : Optional.empty();
    }
}
