package id.pkh.platform.security;

import id.pkh.platform.web.RefusalStatuses;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** What is wrong with a NIK; the codes also stand in the refused rows of a file. */
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
