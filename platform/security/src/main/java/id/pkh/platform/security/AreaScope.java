package id.pkh.platform.security;

import id.pkh.platform.web.Refused;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The areas that a caller may see and act in, as codes of the home ministry: {@code 17} province,
 * {@code 17.71} regency, {@code 17.71.08} sub-district, {@code 17.71.08.1001} village. A code
 * covers itself and everything below it. An empty scope covers nothing.
 */
public final class AreaScope {

    private static final String WHOLE_COUNTRY = "*";
    private static final Pattern AREA_CODE =
            Pattern.compile("\\d{2}(\\.\\d{2}(\\.\\d{2}(\\.\\d{4})?)?)?");
    private static final int VILLAGE_CODE_CHARS = 13;

    private final boolean everywhere;
    private final Set<String> codes;

    private AreaScope(boolean everywhere, Set<String> codes) {
        this.everywhere = everywhere;
        this.codes = Collections.unmodifiableSet(codes);
    }

    /**
     * The scope of these codes, where {@code *} is the whole country. A malformed code covers
     * nothing.
     */
    public static AreaScope of(Collection<String> areas) {
        Set<String> codes = new TreeSet<>();
        boolean everywhere = false;
        for (String area : areas) {
            String code = area == null ? "" : area.trim();
            everywhere |= code.equals(WHOLE_COUNTRY);
            if (isAreaCode(code)) {
                codes.add(code);
            }
        }
        return new AreaScope(everywhere, codes);
    }

    public static AreaScope everywhere() {
        return new AreaScope(true, Set.of());
    }

    public static AreaScope nowhere() {
        return new AreaScope(false, Set.of());
    }

    /** The scope of one area. */
    public static AreaScope only(String code) {
        return of(List.of(code));
    }

    public static boolean isAreaCode(String code) {
        return code != null && AREA_CODE.matcher(code).matches();
    }

    /**
     * The area to which a caller narrows a list; null for all. Refuses what is no code of an area,
     * which would select nothing without a word.
     */
    public static String requested(String code) {
        if (code == null || isAreaCode(code.strip())) {
            return code == null ? null : code.strip();
        }
        throw Refused.because(SecurityRefusals.AREA_CODE_INVALID).with("area_code", code.strip());
    }

    public boolean covers(String areaCode) {
        if (everywhere) {
            return true;
        }
        return areaCode != null
                && codes.stream()
                        .anyMatch(code -> areaCode.equals(code) || areaCode.startsWith(code + "."));
    }

    /** What this scope and an area have in common; all of it when no area is given. */
    public AreaScope within(String areaCode) {
        if (areaCode == null) {
            return this;
        }
        if (covers(areaCode)) {
            return only(areaCode);
        }
        return of(codes.stream().filter(only(areaCode)::covers).toList());
    }

    /** Patterns for {@code village_code LIKE ANY (?)}. Empty when the scope covers nothing. */
    public String[] likePatterns() {
        if (everywhere) {
            return new String[] {"%"};
        }
        return codes.stream()
                .flatMap(
                        code ->
                                code.length() == VILLAGE_CODE_CHARS
                                        ? Stream.of(code)
                                        : Stream.of(code, code + ".%"))
                .toArray(String[]::new);
    }

    /**
     * Refuses an area outside the scope as if it did not exist: a caller must not learn which
     * records exist elsewhere.
     */
    public void require(String areaCode) {
        if (!covers(areaCode)) {
            throw Refused.because("NOT_FOUND");
        }
    }

    public boolean isEverywhere() {
        return everywhere;
    }

    public Set<String> codes() {
        return codes;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AreaScope that
                && everywhere == that.everywhere
                && codes.equals(that.codes);
    }

    @Override
    public int hashCode() {
        return codes.hashCode() + (everywhere ? 1 : 0);
    }

    @Override
    public String toString() {
        return everywhere ? WHOLE_COUNTRY : codes.toString();
    }
}
