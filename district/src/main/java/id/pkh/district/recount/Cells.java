package id.pkh.district.recount;

import id.pkh.district.recount.Facts.Mark;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads cells as people write them. */
final class Cells {

    private static final List<String> MONTHS =
            List.of(
                    "JAN", "FEB", "MAR", "APR", "MEI", "JUN", "JUL", "AGU", "SEP", "OKT", "NOV",
                    "DES");
    private static final Map<String, Mark> MARKS =
            Map.ofEntries(
                    Map.entry("", Mark.UNMARKED),
                    Map.entry("HADIR", Mark.PRESENT),
                    Map.entry("H", Mark.PRESENT),
                    Map.entry("SAKIT", Mark.SICK),
                    Map.entry("S", Mark.SICK),
                    Map.entry("IZIN", Mark.PERMITTED),
                    Map.entry("I", Mark.PERMITTED),
                    Map.entry("ALPA", Mark.ABSENT),
                    Map.entry("ALFA", Mark.ABSENT),
                    Map.entry("TIDAK HADIR", Mark.ABSENT),
                    Map.entry("A", Mark.ABSENT));

    private Cells() {}

    /** dd/MM/yyyy, dd-MM-yyyy or yyyy-MM-dd; empty for a day that does not exist. */
    static Optional<LocalDate> date(String text) {
        String[] parts = text.split("[/-]");
        if (parts.length != 3) {
            return Optional.empty();
        }
        boolean yearFirst = parts[0].length() == 4;
        try {
            return Optional.of(
                    LocalDate.of(
                            Integer.parseInt(parts[yearFirst ? 0 : 2]),
                            Integer.parseInt(parts[1]),
                            Integer.parseInt(parts[yearFirst ? 2 : 0])));
        } catch (DateTimeException | NumberFormatException impossible) {
            return Optional.empty();
        }
    }

    /** JANUARI, Pebruari, Nop …: identified by their first three letters. */
    static Optional<Integer> month(String word) {
        if (word.length() < 3) {
            return Optional.empty();
        }
        String start = word.substring(0, 3).toUpperCase(Locale.ROOT);
        start = start.equals("PEB") ? "FEB" : start.equals("NOP") ? "NOV" : start;
        int index = MONTHS.indexOf(start);
        return index < 0 ? Optional.empty() : Optional.of(index + 1);
    }

    /** JANUARI 2026. */
    static YearMonth monthAndYear(String text) {
        String[] words = text.split("\\s+");
        return YearMonth.of(Integer.parseInt(words[1]), month(words[0]).orElseThrow());
    }

    static Optional<Mark> mark(String text) {
        return Optional.ofNullable(MARKS.get(text.toUpperCase(Locale.ROOT)));
    }

    /** Sixteen digits: area, birth date (day + 40 for women), serial number from 0001. */
    static boolean nik(String text) {
        if (!text.matches("[0-9]{16}") || text.endsWith("0000")) {
            return false;
        }
        int day = Integer.parseInt(text.substring(6, 8));
        int month = Integer.parseInt(text.substring(8, 10));
        int year = Integer.parseInt(text.substring(10, 12));
        int realDay = day > 40 ? day - 40 : day;
        return exists(1900 + year, month, realDay) || exists(2000 + year, month, realDay);
    }

    private static boolean exists(int year, int month, int day) {
        return month >= 1
                && month <= 12
                && day >= 1
                && day <= YearMonth.of(year, month).lengthOfMonth();
    }

    /** The name of a component on the commitments page, from either spelling. */
    static Optional<String> component(String text) {
        String word = text.toUpperCase(Locale.ROOT);
        return switch (word) {
            case "HAMIL/NIFAS", "PREGNANT_POSTPARTUM" -> Optional.of("PREGNANT_POSTPARTUM");
            case "ANAK USIA DINI", "EARLY_CHILD" -> Optional.of("EARLY_CHILD");
            case "DISABILITAS BERAT", "SEVERE_DISABILITY" -> Optional.of("SEVERE_DISABILITY");
            case "LANSIA", "ELDERLY" -> Optional.of("ELDERLY");
            case "SD", "SMP", "SMA" -> Optional.of(word);
            default -> Optional.empty();
        };
    }
}
