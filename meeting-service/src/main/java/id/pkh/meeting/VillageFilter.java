package id.pkh.meeting;

import id.pkh.platform.security.AreaScope;
import id.pkh.platform.web.Refused;
import java.util.List;

/** The {@code ?village=} of a list: a village, or the area above it. */
public final class VillageFilter {

    private VillageFilter() {}

    /** Patterns for {@code LIKE ANY (?)}; everything when there is no filter. */
    public static String[] patterns(String village) {
        if (village == null || village.isBlank()) {
            return AreaScope.everywhere().likePatterns();
        }
        String code = village.strip();
        if (!AreaScope.isAreaCode(code)) {
            throw Refused.because("AREA_CODE_INVALID").with("area_code", code);
        }
        return AreaScope.of(List.of(code)).likePatterns();
    }
}
