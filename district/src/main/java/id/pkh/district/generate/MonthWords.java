package id.pkh.district.generate;

import java.time.YearMonth;
import java.util.List;
import java.util.Locale;

/** Indonesian month names in the spellings that people use. */
final class MonthWords {

    private static final List<List<String>> SPELLINGS =
            List.of(
                    List.of("JANUARI"),
                    List.of("PEBRUARI", "FEBRUARI"),
                    List.of("MARET"),
                    List.of("APRIL"),
                    List.of("MEI"),
                    List.of("JUNI"),
                    List.of("JULI"),
                    List.of("AGUSTUS"),
                    List.of("SEPTEMBER"),
                    List.of("OKTOBER"),
                    List.of("NOPEMBER", "NOVEMBER"),
                    List.of("DESEMBER"));

    private MonthWords() {}

    static String of(YearMonth month, Dice dice) {
        String word = dice.pick(SPELLINGS.get(month.getMonthValue() - 1));
        return dice.permille(300)
                ? word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT)
                : word;
    }

    static String shortened(YearMonth month) {
        String word = SPELLINGS.get(month.getMonthValue() - 1).get(0);
        return word.charAt(0) + word.substring(1, 3).toLowerCase(Locale.ROOT);
    }
}
