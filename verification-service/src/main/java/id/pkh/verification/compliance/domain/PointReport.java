package id.pkh.verification.compliance.domain;

import id.pkh.verification.signal.domain.VerificationPeriod;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A school or health service has reported for a quarter and an area: a sender who is responsible
 * for the area brought its form. For the villages of other senders it has not reported yet.
 *
 * @param areaCode {@code *} for the whole country
 */
public record PointReport(VerificationPeriod quarter, String areaCode) {

    private static final String WHOLE_COUNTRY = "*";

    boolean covers(String villageCode) {
        return areaCode.equals(WHOLE_COUNTRY)
                || villageCode.equals(areaCode)
                || villageCode.startsWith(areaCode + ".");
    }

    /** The quarters that were reported for a village. */
    public static Set<VerificationPeriod> quartersFor(
            String villageCode, Collection<PointReport> reports) {
        return reports.stream()
                .filter(report -> report.covers(villageCode))
                .map(PointReport::quarter)
                .collect(Collectors.toUnmodifiableSet());
    }
}
