package id.pkh.disbursement.area;

import id.pkh.platform.security.AreaScope;
import java.util.List;

/** The area to which a caller narrows a list. */
public final class RequestedArea {

    private RequestedArea() {}

    /**
     * @param code a village or an area above it; null for all
     * @return null for all
     */
    public static AreaScope of(String code) {
        String requested = AreaScope.requested(code);
        return requested == null ? null : AreaScope.of(List.of(requested));
    }
}
