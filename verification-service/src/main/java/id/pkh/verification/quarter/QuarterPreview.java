package id.pkh.verification.quarter;

import id.pkh.platform.security.AreaScope;
import id.pkh.verification.compliance.domain.EvidenceKind;
import id.pkh.verification.signal.domain.VerificationPeriod;
import java.util.Collection;
import java.util.List;

/** What would be missing if a quarter was closed now. */
public interface QuarterPreview {

    /**
     * Schools, then health services, then social services, that have not reported for some village;
     * each in the order of its code.
     *
     * @param area to which the list is narrowed; null for all
     * @param afterKind kind of the one before the first; null at the beginning
     * @param afterCode code of the one before the first; null at the beginning
     */
    List<MissingPoint> missing(
            VerificationPeriod quarter,
            String area,
            AreaScope areas,
            EvidenceKind afterKind,
            String afterCode,
            int limit);

    /**
     * Schools or health services of families with commitments, with the villages for which they
     * have not reported; in the order of their codes.
     *
     * @param code of the only one that is asked for; null for all
     */
    List<Reports> points(
            EvidenceKind kind,
            VerificationPeriod quarter,
            String area,
            AreaScope areas,
            String code,
            String afterCode,
            int limit);

    /** The same the other way round: villages, with the schools and health services of each. */
    List<Reports> ofVillages(VerificationPeriod quarter, Collection<String> villages);

    /**
     * Who has reported for whom: the villages of a service point, or the service points of a
     * village.
     */
    record Reports(String code, List<String> expected, List<String> missing) {

        public boolean hasAny() {
            return missing.size() < expected.size();
        }
    }

    /** Counts by kind and by the areas one level below. */
    List<MissingCount> counts(VerificationPeriod quarter, String area, AreaScope areas);
}
