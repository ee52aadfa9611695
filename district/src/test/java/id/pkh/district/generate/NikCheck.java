package id.pkh.district.generate;

import java.time.LocalDate;

/** A check of NIKs that is used by the tests only. */
final class NikCheck {

    private NikCheck() {}

    static boolean agrees(String nik, LocalDate birth, boolean woman) {
        if (nik.length() != 16 || !nik.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return false;
        }
        String day = String.format("%02d", birth.getDayOfMonth() + (woman ? 40 : 0));
        String month = String.format("%02d", birth.getMonthValue());
        String year = String.valueOf(birth.getYear()).substring(2);
        return nik.substring(6, 12).equals(day + month + year) && !nik.substring(12).equals("0000");
    }
}
