package id.pkh.district.generate;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Assigns the numbers of one district: NIK, family card, account. A NIK consists of the area of
 * issue, the birth date (day + 40 for women) and a serial number from 0001, counted for each area
 * and date, so no NIK is assigned twice.
 */
final class Numbers {

    private final String area;
    private final Map<String, Integer> serials = new HashMap<>();

    Numbers(Areas.District district) {
        this.area = district.digits();
    }

    String nik(LocalDate birth, boolean woman) {
        return numbered("nik", dated(birth, woman ? 40 : 0));
    }

    String familyCard(LocalDate issued) {
        return numbered("kk", dated(issued, 0));
    }

    private String dated(LocalDate date, int dayOffset) {
        return String.format(
                Locale.ROOT,
                "%s%02d%02d%02d",
                area,
                date.getDayOfMonth() + dayOffset,
                date.getMonthValue(),
                date.getYear() % 100);
    }

    private String numbered(String kind, String dated) {
        int serial = serials.merge(kind + dated, 1, Integer::sum);
        if (serial > 9999) {
            throw new IllegalStateException("no serial left for a date in area " + area);
        }
        return dated + String.format(Locale.ROOT, "%04d", serial);
    }

    /**
     * As text, with leading zeros; families of Pos Indonesia have no account. The number of the
     * family in the whole population has eight digits at most, so no account is assigned twice.
     */
    static String account(String bank, long familyIndex) {
        int digits =
                switch (bank) {
                    case "BRI" -> 15;
                    case "MANDIRI" -> 13;
                    case "BTN" -> 16;
                    case "BNI", "BSI" -> 10;
                    default -> 0;
                };
        if (digits == 0) {
            return "";
        }
        return String.format(Locale.ROOT, "%0" + digits + "d", familyIndex + 1);
    }
}
