package id.pkh.registry.imports;

import id.pkh.registry.dataupdate.domain.EvidenceKind;
import id.pkh.registry.initial.domain.InitialCodes.DeliveredTo;
import id.pkh.registry.initial.domain.InitialCodes.Mark;
import id.pkh.registry.initial.domain.InitialCodes.Speaker;
import id.pkh.registry.initial.domain.InitialCodes.Topic;
import id.pkh.registry.initial.domain.InitialCodes.Verdict;
import id.pkh.registry.initial.domain.Item;
import id.pkh.registry.intake.FieldReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The Indonesian words of the lists of candidates; the codes of the API are read as well. */
final class StepWords {

    static final String UNKNOWN = "WORD_UNKNOWN";

    static final Map<String, DeliveredTo> RECEIVERS =
            words(
                    "PENGURUS", DeliveredTo.CARETAKER,
                    "ANGGOTA DEWASA", DeliveredTo.ADULT_OF_FAMILY,
                    "TETANGGA", DeliveredTo.NEIGHBOUR,
                    "KANTOR DESA", DeliveredTo.VILLAGE_OFFICE);

    static final Map<String, Mark> MARKS =
            words(
                    "HADIR", Mark.CAME,
                    "DIWAKILI", Mark.SENT_SOMEBODY,
                    "TIDAK HADIR", Mark.DID_NOT_COME);

    static final Map<String, Speaker> SPEAKERS =
            words(
                    "PENDAMPING", Speaker.FACILITATOR,
                    "KOORDINATOR", Speaker.COORDINATOR,
                    "KEPALA DESA", Speaker.VILLAGE_HEAD,
                    "KECAMATAN", Speaker.SUB_DISTRICT_OFFICE,
                    "DINAS SOSIAL", Speaker.SOCIAL_OFFICE,
                    "PUSKESMAS", Speaker.HEALTH_SERVICE,
                    "SEKOLAH", Speaker.SCHOOL,
                    "BANK", Speaker.BANK,
                    "LAINNYA", Speaker.OTHER);

    static final Map<String, Topic> TOPICS =
            words(
                    "TUJUAN", Topic.AIMS,
                    "HAK DAN KEWAJIBAN", Topic.RIGHTS_AND_DUTIES,
                    "SYARAT", Topic.REQUIREMENTS,
                    "KOMPONEN", Topic.COMPONENTS,
                    "JADWAL DAN PENYALURAN", Topic.SCHEDULE_AND_PAYMENT,
                    "SANKSI", Topic.SANCTIONS,
                    "KOMITMEN", Topic.COMMITMENTS);

    static final Map<String, Item> ITEMS =
            words(
                    "PENGURUS", Item.CARETAKER,
                    "ANGGOTA", Item.MEMBERS,
                    "SEKOLAH", Item.SCHOOL,
                    "KESEHATAN", Item.HEALTH,
                    "PERAWATAN", Item.CARE,
                    "ALAMAT", Item.ADDRESS,
                    "TELEPON", Item.TELEPHONE);

    static final Map<String, Verdict> VERDICTS =
            words(
                    "SESUAI", Verdict.MATCHES,
                    "BERBEDA", Verdict.DIFFERS,
                    "TANPA BUKTI", Verdict.MISSING);

    static final Map<String, EvidenceKind> EVIDENCE =
            words(
                    "KARTU KELUARGA", EvidenceKind.FAMILY_CARD,
                    "KTP", EvidenceKind.ID_CARD,
                    "AKTA KELAHIRAN", EvidenceKind.BIRTH_CERTIFICATE,
                    "AKTA KEMATIAN", EvidenceKind.DEATH_CERTIFICATE,
                    "SURAT PINDAH", EvidenceKind.MOVE_LETTER,
                    "SURAT SEKOLAH", EvidenceKind.SCHOOL_LETTER,
                    "BUKU KIA", EvidenceKind.HEALTH_BOOK,
                    "SURAT DISABILITAS", EvidenceKind.DISABILITY_LETTER,
                    "KUNJUNGAN RUMAH", EvidenceKind.HOME_VISIT,
                    "PERNYATAAN KELUARGA", EvidenceKind.STATEMENT_OF_FAMILY);

    private static final String ALL = "SEMUA";

    private StepWords() {}

    /** Null when the word was refused. */
    static <E extends Enum<E>> E read(
            Map<String, E> words, String column, NamedRow row, FieldReader reader) {
        return one(words, column, row.of(column), reader);
    }

    /** Several words with commas between them. */
    static <E extends Enum<E>> Set<E> readSeveral(
            Map<String, E> words, String column, NamedRow row, FieldReader reader) {
        if (letters(row.of(column)).equals(ALL)) {
            return new LinkedHashSet<>(words.values());
        }
        Set<E> read = new LinkedHashSet<>();
        for (String word : row.of(column).split("[,/]")) {
            E one = one(words, column, word, reader);
            if (one != null) {
                read.add(one);
            }
        }
        return read;
    }

    private static <E extends Enum<E>> E one(
            Map<String, E> words, String column, String word, FieldReader reader) {
        String letters = letters(word);
        for (Map.Entry<String, E> entry : words.entrySet()) {
            if (letters(entry.getKey()).equals(letters)
                    || letters(entry.getValue().name()).equals(letters)) {
                return entry.getValue();
            }
        }
        return reader.refuse(column, word, UNKNOWN, String.join(", ", words.keySet()));
    }

    private static String letters(String word) {
        return word.toUpperCase(Locale.ROOT).replaceAll("[^A-Z]", "");
    }

    @SuppressWarnings("unchecked")
    private static <E> Map<String, E> words(Object... wordsAndCodes) {
        Map<String, E> words = new LinkedHashMap<>();
        List<Object> pairs = new ArrayList<>(List.of(wordsAndCodes));
        for (int i = 0; i < pairs.size(); i += 2) {
            words.put((String) pairs.get(i), (E) pairs.get(i + 1));
        }
        return words;
    }
}
