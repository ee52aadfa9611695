package id.pkh.platform.files;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.Set;
import org.dhatim.fastexcel.reader.Cell;

/**
 * The content of a spreadsheet cell, as text. A number of sixteen digits or more is deliberately
 * written in scientific notation: Excel keeps only fifteen digits, so the rest is already lost.
 * Such a text is refused as a NIK, with the advice to format the column as text. A formula whose
 * value is not stored is given as the formula, which no field accepts as a number, a date or a
 * code: the cell is not blank, and its value is not known.
 */
final class XlsxCellText {

    private static final int EXACT_DIGITS = 15;
    private static final int MAX_DECIMALS = 30;
    private static final long SECONDS_PER_DAY = 86_400;
    private static final Set<Integer> DATE_FORMATS =
            Set.of(14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58);
    private static final Set<Integer> PERCENT_FORMATS = Set.of(9, 10);

    private final boolean date1904;

    XlsxCellText(boolean date1904) {
        this.date1904 = date1904;
    }

    String of(Cell cell) {
        Object value = cell.getValue();
        if (value instanceof BigDecimal number) {
            return number(number, cell.getDataFormatId(), cell.getDataFormatString());
        }
        if (value instanceof Boolean truth) {
            return truth ? "TRUE" : "FALSE";
        }
        if (value != null) {
            return value.toString();
        }
        if (cell.getRawValue() != null) {
            return cell.getRawValue();
        }
        return cell.getFormula() == null ? "" : "=" + cell.getFormula();
    }

    String number(BigDecimal number, Integer formatId, String format) {
        String pattern = withoutLiterals(format);
        if (isDate(formatId, pattern)) {
            String date = date(number);
            if (date != null) {
                return date;
            }
        }
        if (pattern.contains("%") || (formatId != null && PERCENT_FORMATS.contains(formatId))) {
            return plain(number.movePointRight(2)) + "%";
        }
        return plain(number);
    }

    private static String plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        long integerDigits = (long) stripped.precision() - stripped.scale();
        if (integerDigits > EXACT_DIGITS) {
            return scientific(stripped, integerDigits);
        }
        BigDecimal rounded =
                stripped.round(new MathContext(EXACT_DIGITS, RoundingMode.HALF_UP))
                        .stripTrailingZeros();
        return rounded.scale() > MAX_DECIMALS ? rounded.toString() : rounded.toPlainString();
    }

    private static String scientific(BigDecimal number, long integerDigits) {
        String digits = number.unscaledValue().abs().toString();
        String sign = number.signum() < 0 ? "-" : "";
        String fraction = digits.length() > 1 ? "." + digits.substring(1) : "";
        return sign + digits.charAt(0) + fraction + "E+" + (integerDigits - 1);
    }

    private static boolean isDate(Integer formatId, String pattern) {
        if (formatId != null && DATE_FORMATS.contains(formatId)) {
            return true;
        }
        return !pattern.contains("general")
                && (pattern.contains("y") || pattern.contains("d") || pattern.contains("mmm"));
    }

    /** A number format without its quoted, escaped and bracketed parts, in lower case. */
    private static String withoutLiterals(String format) {
        return format == null
                ? ""
                : format.replaceAll("\"[^\"]*\"|\\\\.|\\[[^]]*]|[_*].", "")
                        .toLowerCase(Locale.ROOT);
    }

    /** ISO date, with the time if there is one; null if the number is not a valid date. */
    private String date(BigDecimal serial) {
        if (serial.signum() < 0 || serial.compareTo(BigDecimal.valueOf(2_958_466)) >= 0) {
            return null;
        }
        long days = serial.longValue();
        long seconds =
                serial.subtract(BigDecimal.valueOf(days))
                        .multiply(BigDecimal.valueOf(SECONDS_PER_DAY))
                        .setScale(0, RoundingMode.HALF_UP)
                        .longValue();
        LocalDateTime moment = epoch(days).plusDays(days).atStartOfDay().plusSeconds(seconds);
        return moment.toLocalTime().toSecondOfDay() == 0
                ? moment.toLocalDate().toString()
                : moment.toString();
    }

    /** Excel counts a 29 February 1900, which did not exist. */
    private LocalDate epoch(long days) {
        if (date1904) {
            return LocalDate.of(1904, 1, 1);
        }
        return days < 60 ? LocalDate.of(1899, 12, 31) : LocalDate.of(1899, 12, 30);
    }
}
