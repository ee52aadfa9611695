package id.pkh.registry.workbook;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the codes of the workbook are called in Indonesian, in the order of the drop-downs. */
final class Words {

    static final Map<String, String> MARKS =
            labels(
                    "PRESENT", "HADIR",
                    "PRESENT_BY_PROXY", "DIWAKILI",
                    "SICK", "SAKIT",
                    "PERMITTED", "IZIN",
                    "ABSENT", "ALPA");

    static final Map<String, String> WITHDRAWN =
            labels("WITHDRAWN", "SUDAH DITARIK", "NOT_WITHDRAWN", "BELUM DITARIK");

    static final Map<String, String> CHANNELS =
            labels(
                    "ATM", "ATM",
                    "BRANCH", "KANTOR BANK",
                    "AGENT", "AGEN",
                    "POST_OFFICE", "KANTOR POS",
                    "OTHER", "LAINNYA");

    static final Map<String, String> COMPANIONS =
            labels("FACILITATOR", "PENDAMPING", "OTHER", "ORANG LAIN", "NOBODY", "SENDIRI");

    static final Map<String, String> PURPOSES =
            labels(
                    "DATA", "PEMUTAKHIRAN DATA",
                    "COMMITMENT", "KOMITMEN",
                    "COMPLAINT", "PENGADUAN",
                    "GRADUATION", "GRADUASI",
                    "NOTICE", "SURAT PEMBERITAHUAN",
                    "INITIAL_TRACING", "PENELUSURAN AWAL");

    static final Map<String, String> FINDINGS =
            labels(
                    "NOTHING_NEW", "TIDAK ADA PERUBAHAN",
                    "NOBODY_MET", "TIDAK ADA ORANG",
                    "MOVED", "PINDAH",
                    "DATA_DIFFERS", "DATA BERBEDA",
                    "CHILD_OUT_OF_SCHOOL", "ANAK TIDAK SEKOLAH",
                    "HEALTH_CHECK_MISSED", "TIDAK PERIKSA KESEHATAN",
                    "CARD_NOT_WITH_FAMILY", "KKS TIDAK PADA KELUARGA",
                    "AID_NOT_RECEIVED", "BANTUAN TIDAK DITERIMA",
                    "INCOME_IMPROVED", "PENDAPATAN MEMBAIK",
                    "NEEDS_HELP", "PERLU BANTUAN");

    static final Map<String, String> OWNERSHIPS =
            labels(
                    "OWN", "MILIK SENDIRI",
                    "RENTED", "SEWA",
                    "FREE_OF_RENT", "BEBAS SEWA",
                    "OF_EMPLOYER", "DINAS",
                    "OTHER", "LAINNYA");

    static final Map<String, String> JOBS =
            labels(
                    "NONE", "TIDAK BEKERJA",
                    "FARMER", "PETANI",
                    "FARM_LABOURER", "BURUH TANI",
                    "FISHER", "NELAYAN",
                    "DAY_LABOURER", "BURUH HARIAN",
                    "TRADER", "PEDAGANG",
                    "DRIVER", "SOPIR",
                    "EMPLOYEE", "KARYAWAN",
                    "CIVIL_SERVANT", "PNS",
                    "OTHER", "LAINNYA");

    static final Map<String, String> TOILETS =
            labels("OWN", "SENDIRI", "SHARED", "BERSAMA", "PUBLIC", "UMUM", "NONE", "TIDAK ADA");

    static final Map<String, String> WATERS =
            labels(
                    "PIPED", "LEDENG",
                    "PROTECTED_SOURCE", "SUMBER TERLINDUNG",
                    "UNPROTECTED_SOURCE", "SUMBER TAK TERLINDUNG",
                    "BOUGHT", "DIBELI");

    static final Map<String, String> ELECTRICITY =
            labels(
                    "NONE", "TIDAK ADA",
                    "FROM_NEIGHBOUR", "DARI TETANGGA",
                    "VA_450", "450 VA",
                    "VA_900", "900 VA",
                    "VA_1300", "1300 VA",
                    "VA_2200", "2200 VA",
                    "ABOVE_VA_2200", "DI ATAS 2200 VA");

    static final Map<String, String> CHANGES =
            labels(
                    "SCHOOL_CHANGED", "PINDAH SEKOLAH",
                    "SCHOOL_LEFT", "BERHENTI SEKOLAH",
                    "PREGNANCY_BEGAN", "MULAI HAMIL",
                    "PREGNANCY_ENDED", "KEHAMILAN SELESAI",
                    "DEATH", "MENINGGAL");

    /** Those that start with the facilitator and name no member. */
    static final Map<String, String> COMPLAINTS =
            labels(
                    "CARD_LOST", "KKS HILANG",
                    "CARD_PIN_FORGOTTEN", "LUPA PIN",
                    "CARD_SWALLOWED", "KKS TERTELAN MESIN",
                    "CARD_DAMAGED", "KKS RUSAK",
                    "COMPLEMENTARY_ABSENT", "BELUM MENERIMA BANTUAN LAIN",
                    "COMPLEMENTARY_UNPAID", "BANTUAN LAIN TIDAK CAIR",
                    "DATA_MISMATCH", "DATA TIDAK SESUAI",
                    "DUPLICATE", "DATA GANDA",
                    "WELL_OFF", "SUDAH MAMPU",
                    "DEAD", "MENINGGAL",
                    "MOVED", "PINDAH",
                    "UNREACHABLE", "TIDAK DITEMUKAN",
                    "REFUSED", "MENOLAK");

    static final Map<String, String> COMPLAINT_CHANNELS =
            labels(
                    "VISIT", "KUNJUNGAN",
                    "MEETING", "PERTEMUAN",
                    "TELEPHONE", "TELEPON",
                    "LETTER", "SURAT",
                    "OFFICE", "KANTOR");

    static final Map<String, String> SCHOOLS = labels("SD", "SD", "SMP", "SMP", "SMA", "SMA");

    static final Map<String, String> EVIDENCE =
            labels(
                    "FAMILY_CARD", "KARTU KELUARGA",
                    "ID_CARD", "KTP",
                    "BIRTH_CERTIFICATE", "AKTA KELAHIRAN",
                    "DEATH_CERTIFICATE", "AKTA KEMATIAN",
                    "MOVE_LETTER", "SURAT PINDAH",
                    "SCHOOL_LETTER", "SURAT SEKOLAH",
                    "HEALTH_BOOK", "BUKU KIA",
                    "DISABILITY_LETTER", "SURAT DISABILITAS",
                    "BANK_LETTER", "SURAT BANK",
                    "STATEMENT_OF_FAMILY", "PERNYATAAN KELUARGA");

    private static final Map<String, String> COMPONENTS =
            labels(
                    "PREGNANT_POSTPARTUM", "IBU HAMIL/NIFAS",
                    "EARLY_CHILD", "ANAK USIA DINI",
                    "SEVERE_DISABILITY", "DISABILITAS BERAT",
                    "ELDERLY", "LANJUT USIA");

    private static final Map<String, String> REASONS =
            labels(
                    "NO_TRANSFER", "DANA BELUM MASUK",
                    "CARD_LOST", "KKS HILANG",
                    "CARD_UNREADABLE", "KKS TIDAK TERBACA",
                    "PIN_BLOCKED", "PIN TERBLOKIR",
                    "NOT_INFORMED", "TIDAK TAHU JADWAL",
                    "OTHER", "LAINNYA",
                    "CARD_DAMAGED", "KKS RUSAK",
                    "CARD_SWALLOWED", "KKS TERTELAN",
                    "PIN_FORGOTTEN", "LUPA PIN",
                    "CARD_NOT_RECEIVED", "KKS BELUM DITERIMA",
                    "CARD_HELD_BY_OTHER", "KKS DIPEGANG ORANG LAIN",
                    "MOVED", "PINDAH",
                    "WORKING_AWAY", "BEKERJA DI LUAR DAERAH",
                    "DECEASED", "MENINGGAL",
                    "ILL", "SAKIT",
                    "ACCOUNT_DORMANT", "REKENING TIDAK AKTIF",
                    "DATA_MISMATCH", "DATA TIDAK SESUAI",
                    "REFUSED", "MENOLAK");

    private Words() {}

    /** The reasons that disbursement knows; one without a word here is offered by its code. */
    static Map<String, String> reasons(Collection<String> codes) {
        Map<String, String> labels = new LinkedHashMap<>();
        codes.forEach(code -> labels.put(code, REASONS.getOrDefault(code, code)));
        return labels;
    }

    /** What a component is called; schools are called by their codes. */
    static String component(String code) {
        return code == null ? "" : COMPONENTS.getOrDefault(code, code);
    }

    private static Map<String, String> labels(String... codesAndLabels) {
        Map<String, String> labels = new LinkedHashMap<>();
        for (int i = 0; i < codesAndLabels.length; i += 2) {
            labels.put(codesAndLabels[i], codesAndLabels[i + 1]);
        }
        return labels;
    }
}
