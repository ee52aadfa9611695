package id.pkh.platform.security;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;

/**
 * The national identity number: PPKKCC DDMMYY SSSS, with 40 added to the day for women. The area is
 * the one of issue. It may have been renamed since, so it is not checked.
 */
public final class Nik {

    public static final String LENGTH = "NIK_LENGTH";
    public static final String NOT_DIGITS = "NIK_NOT_DIGITS";
    public static final String DATE_IMPOSSIBLE = "NIK_DATE_IMPOSSIBLE";
    public static final String SERIAL_ZERO = "NIK_SERIAL_ZERO";
    public static final String NUMERIC_CELL = "NIK_NUMERIC_CELL";

    private static final int DIGITS = 16;
    private static final int WOMAN_DAY_OFFSET = 40;

    private Nik() {}

    public static NikCheck check(String raw) {
        String text = WrittenDigits.normalise(raw);
        if (WrittenDigits.isScientific(text)) {
            return new NikCheck.Refused(NUMERIC_CELL, WrittenDigits.AS_TEXT);
        }
        if (!text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return new NikCheck.Refused(
                    NOT_DIGITS, WrittenDigits.only("16 digits, nothing else", text));
        }
        if (text.length() != DIGITS) {
            return new NikCheck.Refused(LENGTH, "16 digits");
        }
        if (!dateExists(text)) {
            return new NikCheck.Refused(
                    DATE_IMPOSSIBLE, "birth date DDMMYY at digits 7 to 12, day + 40 for women");
        }
        if (text.endsWith("0000")) {
            return new NikCheck.Refused(SERIAL_ZERO, "serial 0001 to 9999 at the end");
        }
        return new NikCheck.Valid(text);
    }

    /** Whether a valid NIK contains this birth date. */
    public static boolean birthDateAgrees(String nik, LocalDate birthDate) {
        return dayOfBirth(nik) == birthDate.getDayOfMonth()
                && number(nik, 8) == birthDate.getMonthValue()
                && number(nik, 10) == birthDate.getYear() % 100;
    }

    /** Whether a valid NIK belongs to a woman. */
    public static boolean isWoman(String nik) {
        return number(nik, 6) > WOMAN_DAY_OFFSET;
    }

    /**
     * The latest birth date that a valid NIK can mean and that is not after the given day. A NIK
     * does not state the century.
     */
    public static LocalDate youngestBirthDate(String nik, LocalDate day) {
        int year = number(nik, 10);
        int month = number(nik, 8);
        if (exists(2000 + year, month, dayOfBirth(nik))) {
            LocalDate born = LocalDate.of(2000 + year, month, dayOfBirth(nik));
            if (!born.isAfter(day) || !exists(1900 + year, month, dayOfBirth(nik))) {
                return born;
            }
        }
        return LocalDate.of(1900 + year, month, dayOfBirth(nik));
    }

    private static boolean dateExists(String nik) {
        int day = dayOfBirth(nik);
        int month = number(nik, 8);
        int year = number(nik, 10);
        return exists(1900 + year, month, day) || exists(2000 + year, month, day);
    }

    private static boolean exists(int year, int month, int day) {
        try {
            return YearMonth.of(year, month).isValidDay(day);
        } catch (DateTimeException noSuchMonth) {
            return false;
        }
    }

    private static int dayOfBirth(String nik) {
        int day = number(nik, 6);
        return day > WOMAN_DAY_OFFSET ? day - WOMAN_DAY_OFFSET : day;
    }

    private static int number(String nik, int from) {
        return Integer.parseInt(nik.substring(from, from + 2));
    }
}
