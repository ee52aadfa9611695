package id.pkh.verification.evidence.form;

import id.pkh.verification.compliance.domain.Care;
import id.pkh.verification.compliance.domain.HealthMonth;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The cell of a month on the form of a health service: {@code TUTUP}, a number of visits, or a
 * number and words for what was done at them, {@code 1 BB TB}. A birth elsewhere needs no number.
 */
final class HealthCell {

    static final String CLOSED = "TUTUP";

    /** For whoever corrects a cell that cannot be read. */
    static final String EXPECTED = "0 - 31, BB TB VITA ANC SALIN SALINLUAR NIFAS, " + CLOSED;

    static final String EXPECTED_VISITS = "0 - 31, " + CLOSED;

    private static final int MAX_VISITS_A_MONTH = 31;
    private static final Pattern BETWEEN = Pattern.compile("[\\s,;+]+");

    private static final Map<String, Care> WORDS =
            Map.of(
                    "BB", Care.WEIGHT,
                    "TB", Care.HEIGHT,
                    "VITA", Care.VITAMIN_A,
                    "ANC", Care.ANTENATAL,
                    "SALIN", Care.FACILITY_BIRTH,
                    "SALINLUAR", Care.OTHER_BIRTH,
                    "NIFAS", Care.POSTNATAL);

    private HealthCell() {}

    /** Empty when the cell cannot be read; what is possible is read, and nothing is guessed. */
    static Optional<HealthMonth> read(String cell) {
        if (isVisitsAlone(cell)) {
            return readVisits(cell);
        }
        List<String> parts = List.of(BETWEEN.split(cell.strip().toUpperCase(Locale.ROOT)));
        OptionalInt visits = Numbers.whole(parts.get(0));
        Set<Care> cares = EnumSet.noneOf(Care.class);
        for (String word : parts.subList(visits.isPresent() ? 1 : 0, parts.size())) {
            Care care = WORDS.get(word);
            if (care == null) {
                return Optional.empty();
            }
            cares.add(care);
        }
        return month(visits.orElse(0), cares);
    }

    private static boolean isVisitsAlone(String cell) {
        return cell.equalsIgnoreCase(CLOSED) || Numbers.whole(cell).isPresent();
    }

    /** The cell of a form that names no care. */
    static Optional<HealthMonth> readVisits(String cell) {
        if (cell.equalsIgnoreCase(CLOSED)) {
            return Optional.of(HealthMonth.CLOSED);
        }
        OptionalInt visits = Numbers.whole(cell);
        return visits.isPresent() ? month(visits.getAsInt(), Set.of()) : Optional.empty();
    }

    /** What would be written on the form, so that it reads as this. */
    static String write(HealthMonth month) {
        if (month.isClosed()) {
            return CLOSED;
        }
        StringBuilder cell = new StringBuilder(String.valueOf(month.visits()));
        month.sortedCares()
                .forEach(
                        care ->
                                WORDS.entrySet().stream()
                                        .filter(word -> word.getValue() == care)
                                        .forEach(word -> cell.append(' ').append(word.getKey())));
        return cell.toString();
    }

    private static Optional<HealthMonth> month(int visits, Set<Care> cares) {
        return visits <= MAX_VISITS_A_MONTH && HealthMonth.isPossible(visits, false, cares)
                ? Optional.of(new HealthMonth(visits, false, cares))
                : Optional.empty();
    }
}
