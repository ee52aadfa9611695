package id.pkh.district.generate;

import java.util.List;
import java.util.Locale;

/** Common Indonesian names in random combinations. */
final class Names {

    private static final List<String> WOMEN =
            List.of(
                    "Sri",
                    "Siti",
                    "Nur",
                    "Dewi",
                    "Yuliana",
                    "Rahma",
                    "Fitri",
                    "Marlina",
                    "Susi",
                    "Rosmala",
                    "Eka",
                    "Yanti",
                    "Halimah",
                    "Aisyah",
                    "Zubaidah",
                    "Lestari",
                    "Wati",
                    "Nengsi",
                    "Misra",
                    "Asnawati",
                    "Herlina",
                    "Julita",
                    "Desmi",
                    "Tuti",
                    "Maryam",
                    "Neli",
                    "Ratna",
                    "Sulastri",
                    "Mega",
                    "Nurbaiti");
    private static final List<String> MEN =
            List.of(
                    "Budi",
                    "Ahmad",
                    "Rizki",
                    "Joko",
                    "Hendra",
                    "Yusuf",
                    "Agus",
                    "Dedi",
                    "Rahmat",
                    "Iwan",
                    "Fajar",
                    "Bayu",
                    "Andika",
                    "Zulkifli",
                    "Hasan",
                    "Taufik",
                    "Rian",
                    "Ilham",
                    "Arif",
                    "Eko",
                    "Darwin",
                    "Sapri",
                    "Mukhlis",
                    "Wahyu",
                    "Reza");
    private static final List<String> LAST =
            List.of(
                    "Hidayati",
                    "Sari",
                    "Putri",
                    "Handayani",
                    "Oktavia",
                    "Anggraini",
                    "Permata",
                    "Suryani",
                    "Kurniasih",
                    "Astuti",
                    "Safitri",
                    "Marhamah",
                    "Novita",
                    "Utami",
                    "Wulandari",
                    "Rahayu");
    private static final List<String> LAST_OF_MEN =
            List.of(
                    "Saputra",
                    "Hidayat",
                    "Pratama",
                    "Ramadhan",
                    "Kurniawan",
                    "Syahputra",
                    "Firmansyah",
                    "Gunawan",
                    "Setiawan",
                    "Maulana",
                    "Wijaya",
                    "Nugraha",
                    "Alamsyah",
                    "Effendi");
    private static final List<String> STREETS =
            List.of(
                    "JL. BATANG HARI",
                    "JL. KALIMANTAN",
                    "JL. ENGGANO",
                    "JL. BALI",
                    "JL. JAWA",
                    "JL. MUSI RAYA",
                    "JL. CIMANUK",
                    "GANG SETIA",
                    "JL. KAPUAS",
                    "JL. BENTIRING");

    private Names() {}

    static String person(Dice dice, boolean woman) {
        return woman
                ? dice.pick(WOMEN) + " " + dice.pick(LAST)
                : dice.pick(MEN) + " " + dice.pick(LAST_OF_MEN);
    }

    static String caretaker(Dice dice) {
        return person(dice, true).toUpperCase(Locale.ROOT);
    }

    static String address(Dice dice) {
        String comma = dice.permille(300) ? "," : "";
        return String.format(
                Locale.ROOT,
                "%s NO. %d%s RT %02d RW %02d",
                dice.pick(STREETS),
                dice.between(1, 120),
                comma,
                dice.between(1, 14),
                dice.between(1, 4));
    }
}
