package id.pkh.platform.security;

import id.pkh.platform.web.RefusalStatuses;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;

/**
 * Faults of a NIK or of the code of an area, which the refused rows of a file use as well, and of a
 * request for the read log.
 */
@ApplicationScoped
class SecurityRefusals implements RefusalStatuses {

    static final String AREA_CODE_INVALID = "AREA_CODE_INVALID";

    static final String AREAS_NOT_NATIONAL = "AREAS_NOT_NATIONAL";

    private static final Map<Integer, List<String>> CODES =
            Map.of(
                    400,
                    List.of("READ_LOG_RANGE_INVALID"),
                    403,
                    List.of(AREAS_NOT_NATIONAL),
                    422,
                    List.of(
                            AREA_CODE_INVALID,
                            Nik.LENGTH,
                            Nik.NOT_DIGITS,
                            Nik.DATE_IMPOSSIBLE,
                            Nik.SERIAL_ZERO,
                            Nik.NUMERIC_CELL));

    @Override
    public Map<Integer, List<String>> codes() {
        return CODES;
    }

    @Override
    public String bundle() {
        return "refusals-security";
    }
}
