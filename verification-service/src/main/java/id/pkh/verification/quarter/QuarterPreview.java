package id.pkh.verification.quarter;

import id.pkh.platform.security.AreaScope;
import id.pkh.verification.compliance.domain.EvidenceKind;
import id.pkh.verification.signal.domain.VerificationPeriod;
import java.util.List;

/** What would be missing if a quarter was closed now. */
public interface QuarterPreview {

    /**
     * Schools, then health services, that have not reported for some village; each in the order of
     * its code.
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

    /** Counts by kind and by the areas one level below. */
    List<MissingCount> counts(VerificationPeriod quarter, String area, AreaScope areas);
}
