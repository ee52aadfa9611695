package id.pkh.verification.notice;

import id.pkh.verification.signal.domain.VerificationPeriod;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/** Dates and numbers as families read them. */
final class Indonesian {

    private static final List<String> MONTHS =
            List.of(
                    "Januari",
                    "Februari",
                    "Maret",
                    "April",
                    "Mei",
                    "Juni",
                    "Juli",
                    "Agustus",
                    "September",
                    "Oktober",
                    "November",
                    "Desember");

    private static final List<String> NUMBERS =
            List.of(
                    "nol",
                    "satu",
                    "dua",
                    "tiga",
                    "empat",
                    "lima",
                    "enam",
                    "tujuh",
                    "delapan",
                    "sembilan",
                    "sepuluh");

    private Indonesian() {}

    static String month(YearMonth month) {
        return MONTHS.get(month.getMonthValue() - 1) + " " + month.getYear();
    }

    static String date(LocalDate day) {
        return day.getDayOfMonth() + " " + month(YearMonth.from(day));
    }

    static String period(VerificationPeriod period) {
        return period.isQuarter()
                ? "triwulan %d tahun %d (%s sampai %s)"
                        .formatted(
                                (period.firstMonth().getMonthValue() + 2) / 3,
                                period.firstMonth().getYear(),
                                MONTHS.get(period.firstMonth().getMonthValue() - 1),
                                MONTHS.get(period.lastMonth().getMonthValue() - 1))
                : "bulan " + month(period.firstMonth());
    }

    /** {@code yyyy-MM} or {@code yyyy-MM/yyyy-MM}. */
    static String window(String window) {
        int slash = window.indexOf('/');
        return slash < 0
                ? month(YearMonth.parse(window))
                : month(YearMonth.parse(window.substring(0, slash)))
                        + " sampai "
                        + month(YearMonth.parse(window.substring(slash + 1)));
    }

    static String number(int number) {
        return number < NUMBERS.size() ? NUMBERS.get(number) : String.valueOf(number);
    }

    static String list(List<String> items) {
        int last = items.size() - 1;
        return last < 1
                ? String.join("", items)
                : String.join(", ", items.subList(0, last))
                        + (last > 1 ? ", dan " : " dan ")
                        + items.get(last);
    }
}
