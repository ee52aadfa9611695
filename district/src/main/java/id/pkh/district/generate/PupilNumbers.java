package id.pkh.district.generate;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Assigns the national pupil numbers (NISN) of the whole population: three digits of the birth year
 * and seven more. The first families have theirs from their own number; later ones are counted for
 * each birth year, because ten million families have more pupils than seven digits.
 */
final class PupilNumbers {

    private static final long FAMILIES_WITH_THEIR_OWN = 100_000;
    private static final int PUPILS_PER_FAMILY = 10;
    private static final int FIRST_COUNTED = 1_000_000;

    private final Map<Integer, Integer> countedByYear = new HashMap<>();

    String next(LocalDate birth, long familyIndex, int ordinal) {
        int year = birth.getYear() % 1000;
        long number =
                familyIndex < FAMILIES_WITH_THEIR_OWN && ordinal < PUPILS_PER_FAMILY
                        ? familyIndex * PUPILS_PER_FAMILY + ordinal
                        : FIRST_COUNTED + countedByYear.merge(year, 1, Integer::sum) - 1;
        return String.format(Locale.ROOT, "%03d%07d", year, number);
    }
}
