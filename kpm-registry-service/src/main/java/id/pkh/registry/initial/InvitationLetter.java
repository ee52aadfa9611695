package id.pkh.registry.initial;

import id.pkh.platform.pdf.Letter;
import id.pkh.platform.pdf.Letter.Field;
import id.pkh.platform.pdf.Letter.Receipt;
import id.pkh.registry.initial.InitialMeetings.MeetingRow;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** The words of an invitation to an initial meeting. */
final class InvitationLetter {

    private static final Locale INDONESIAN = new Locale("id", "ID");
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("EEEE, d MMMM yyyy", INDONESIAN);
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH.mm");

    private static final String INVITED =
            "Keluarga Ibu/Bapak tercatat sebagai calon peserta Program Keluarga Harapan. Kami mengundang Ibu/Bapak"
                    + " ke pertemuan awal pada hari, waktu, dan tempat tersebut di atas.";
    private static final String TOPICS =
            "Pada pertemuan itu dijelaskan tujuan program, hak dan kewajiban, syarat, komponen, jadwal dan cara"
                    + " penyaluran bantuan, sanksi, dan komitmen peserta.";
    private static final String BRING =
            "Data keluarga akan dicocokkan. Mohon membawa KTP, Kartu Keluarga, akta kelahiran anak, surat keterangan"
                    + " sekolah, dan Buku KIA atau surat keterangan lain, sepanjang ada.";
    private static final String ABSENT =
            "Jika berhalangan, Ibu/Bapak dapat diwakili anggota keluarga yang dewasa. Jika tidak dapat hadir,"
                    + " pendamping akan datang ke rumah; keluarga tidak kehilangan apa pun karena tidak hadir.";
    private static final String NO_PROMISE =
            "Undangan ini belum berarti bahwa keluarga ditetapkan sebagai penerima bantuan. Semua ini tidak dipungut"
                    + " biaya.";

    private InvitationLetter() {}

    static Letter of(MeetingRow meeting, UUID family, String caretaker) {
        String reference = "PA/" + meeting.batch() + "/" + family;
        return new Letter(
                List.of("Program Keluarga Harapan (PKH)"),
                List.of(
                        new Field("Nomor", reference),
                        new Field("Kepada", caretaker),
                        new Field("Desa/Kelurahan", meeting.villageName()),
                        new Field("Hari, tanggal", day(meeting.meetsOn())),
                        new Field("Waktu", hours(meeting.startsAt(), meeting.endsAt())),
                        new Field("Tempat", meeting.place())),
                reference,
                "Undangan pertemuan awal",
                List.of(INVITED, TOPICS, BRING, ABSENT, NO_PROMISE),
                new Receipt(
                        "Tanda terima",
                        "Undangan ini telah disampaikan kepada keluarga.",
                        "Yang menerima (keluarga)",
                        "Yang menyerahkan",
                        List.of("Nama", "Tanggal", "Tanda tangan")));
    }

    private static String day(LocalDate day) {
        return DAY.format(day);
    }

    private static String hours(LocalTime from, LocalTime to) {
        return "pukul " + HOUR.format(from) + " sampai " + HOUR.format(to);
    }
}
