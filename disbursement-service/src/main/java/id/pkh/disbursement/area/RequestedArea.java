package id.pkh.disbursement.area;

import id.pkh.platform.security.AreaScope;
import id.pkh.platform.web.Refused;
import java.util.List;

/** The area to which a caller narrows a list. */
public final class RequestedArea {

    private RequestedArea() {}

    /**
     * @param code a village or an area above it; null for all
     * @return null for all
     */
    public static AreaScope of(String code) {
        if (code == null) {
            return null;
        }
        if (!AreaScope.isAreaCode(code.strip())) {
            throw Refused.because("AREA_CODE_INVALID").with("area_code", code.strip());
        }
        return AreaScope.of(List.of(code));
    }
}
