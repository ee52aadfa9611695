package id.pkh.platform.security;

import id.pkh.platform.web.RefusalStatuses;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** Faults of a NIK; the refused rows of a file use the same codes. */
@ApplicationScoped
class SecurityRefusals implements RefusalStatuses {

    @Override
    public Map<String, Integer> statuses() {
        return Map.of(
                Nik.LENGTH, 422,
                Nik.NOT_DIGITS, 422,
                Nik.DATE_IMPOSSIBLE, 422,
                Nik.SERIAL_ZERO, 422,
                Nik.NUMERIC_CELL, 422);
    }

    @Override
    public String bundle() {
        return "refusals-security";
    }
}
