package id.pkh.registry.identity.domain;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The parts of a person's name in one spelling, so that two spellings of the same name are equal.
 * {@code docs/rules/finding.md} lists what is the same and what is near.
 *
 * @param parts in the order in which they are written, without titles, initials and degrees
 */
public record PersonName(List<NamePart> parts) {

    private static final int MAX_PARTS = 8;

    /** Titles, degrees, and words that only link the name with that of the father. */
    private static final Set<String> NO_NAMES =
            Set.of(
                    "HJ",
                    "HJH",
                    "HAJI",
                    "HAJAH",
                    "KH",
                    "KYAI",
                    "KIAI",
                    "USTAD",
                    "USTADZ",
                    "IR",
                    "DR",
                    "DRS",
                    "DRA",
                    "PROF",
                    "NY",
                    "TN",
                    "SDR",
                    "BPK",
                    "ALM",
                    "ALMH",
                    "ALMARHUM",
                    "ALMARHUMAH",
                    "BIN",
                    "BINTI",
                    "BT",
                    "BTE",
                    "SPD",
                    "PD",
                    "PDI",
                    "SE",
                    "SH",
                    "SAG",
                    "SOS",
                    "KOM");

    private static final Map<String, String> ABBREVIATED =
            Map.ofEntries(
                    Map.entry("M", "MUHAMAD"),
                    Map.entry("MD", "MUHAMAD"),
                    Map.entry("MUH", "MUHAMAD"),
                    Map.entry("MOH", "MUHAMAD"),
                    Map.entry("MOCH", "MUHAMAD"),
                    Map.entry("MUHD", "MUHAMAD"),
                    Map.entry("MOHD", "MUHAMAD"),
                    Map.entry("MHD", "MUHAMAD"),
                    Map.entry("MOHAMAD", "MUHAMAD"),
                    Map.entry("MUHAMED", "MUHAMAD"),
                    Map.entry("MOCHAMAD", "MUHAMAD"),
                    Map.entry("MUCHAMAD", "MUHAMAD"),
                    Map.entry("ST", "SITI"),
                    Map.entry("ABD", "ABDUL"),
                    Map.entry("ABDL", "ABDUL"));

    private static final String ACCENTED = "ÀÁÂÃÄÅÇÈÉÊËÌÍÎÏÑÒÓÔÕÖÙÚÛÜÝ";
    private static final String PLAIN = "AAAAAACEEEEIIIINOOOOOUUUUY";

    private static final Pattern APOSTROPHE = Pattern.compile("['’‘`´]");
    private static final Pattern NOT_A_LETTER = Pattern.compile("[^A-Z]+");

    public PersonName {
        parts = List.copyOf(parts);
    }

    public static PersonName of(String written) {
        String plain = withoutAccents(written.toUpperCase(Locale.ROOT));
        String withoutDegrees =
                plain.contains(",") ? plain.substring(0, plain.indexOf(',')) : plain;
        List<String> words =
                Arrays.stream(NOT_A_LETTER.split(APOSTROPHE.matcher(withoutDegrees).replaceAll("")))
                        .filter(word -> !word.isEmpty())
                        .toList();
        return new PersonName(
                words.stream()
                        .map(NamePart::spelled)
                        .map(
                                word ->
                                        words.size() == 1
                                                ? word
                                                : ABBREVIATED.getOrDefault(word, word))
                        .filter(word -> word.length() > 1 && !NO_NAMES.contains(word))
                        .limit(MAX_PARTS)
                        .map(NamePart::new)
                        .toList());
    }

    private static String withoutAccents(String capitals) {
        StringBuilder plain = new StringBuilder(capitals.length());
        for (char letter : capitals.toCharArray()) {
            int accented = ACCENTED.indexOf(letter);
            plain.append(accented < 0 ? letter : PLAIN.charAt(accented));
        }
        return plain.toString();
    }

    /** Whether it can be looked for: a single letter, or two, would select everybody. */
    public boolean isSearchable() {
        return parts.stream().anyMatch(NamePart::isSearchable);
    }

    /** Under these keys the name is found; a near spelling has the same. */
    public List<String> keys() {
        return parts.stream().map(NamePart::key).distinct().toList();
    }
}
