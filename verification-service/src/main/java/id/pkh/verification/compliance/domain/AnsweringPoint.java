package id.pkh.verification.compliance.domain;

import id.pkh.verification.signal.domain.VerificationPeriod;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Determines the health service that is responsible for a person. People are not registered at a
 * health service, so it follows from the forms: the service that reported on the person last;
 * otherwise those that report on the village; otherwise those that report on the sub-district.
 *
 * @param ofMember service that reported on a member last
 * @param ofVillage services that ever reported on a person of a village
 * @param ofSubDistrict the same by sub-district, {@code PP.KK.CC}
 * @param reports what each service reported, by quarter and area
 */
public record AnsweringPoint(
        Map<UUID, String> ofMember,
        Map<String, Set<String>> ofVillage,
        Map<String, Set<String>> ofSubDistrict,
        Map<String, Set<PointReport>> reports) {

    public static final int SUB_DISTRICT_CHARS = "17.71.08".length();

    /** The quarters with a form that should have contained the member. */
    public Set<VerificationPeriod> quartersWithFormFor(UUID memberId, String villageCode) {
        return points(memberId, villageCode).stream()
                .map(point -> reports.getOrDefault(point, Set.of()))
                .map(ofPoint -> PointReport.quartersFor(villageCode, ofPoint))
                .flatMap(Set::stream)
                .collect(Collectors.toUnmodifiableSet());
    }

    public Set<String> points(UUID memberId, String villageCode) {
        String own = ofMember.get(memberId);
        if (own != null) {
            return Set.of(own);
        }
        Set<String> village = ofVillage.getOrDefault(villageCode, Set.of());
        return village.isEmpty()
                ? ofSubDistrict.getOrDefault(subDistrictOf(villageCode), Set.of())
                : village;
    }

    public static String subDistrictOf(String villageCode) {
        return villageCode.length() <= SUB_DISTRICT_CHARS
                ? villageCode
                : villageCode.substring(0, SUB_DISTRICT_CHARS);
    }
}
