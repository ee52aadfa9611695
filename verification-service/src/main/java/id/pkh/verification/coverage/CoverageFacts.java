package id.pkh.verification.coverage;

import id.pkh.platform.security.AreaScope;
import id.pkh.verification.compliance.domain.AnsweringPoint;
import id.pkh.verification.compliance.domain.EvidenceKind;
import id.pkh.verification.signal.domain.VerificationPeriod;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Whom the list is about, within the areas of its reader. */
public interface CoverageFacts {

    /**
     * Members of families that are in the programme.
     *
     * @param components those of which the forms of the level are the evidence
     * @param area to which the list is narrowed; null for all
     */
    record Selection(
            VerificationPeriod quarter, Set<String> components, String area, AreaScope scope) {}

    List<CoveredMember> ofSchools(Selection selection, Collection<String> schools);

    /** Everybody for whom one of these services may be responsible. */
    List<CoveredMember> ofServices(
            EvidenceKind kind, Selection selection, Collection<String> points);

    List<CoveredMember> ofVillages(Selection selection, Collection<String> villages);

    /** The services of a kind that report on these villages and on their sub-districts. */
    AnsweringPoint answering(EvidenceKind kind, Collection<CoveredMember> members);

    /** Villages with families, in the order of their codes. */
    List<String> villages(String area, AreaScope scope, String after, int limit);

    /**
     * When the latest forms of a quarter with a person on them were received.
     *
     * @param byLinkAt of those that a school sent by a link; null when there is none
     */
    record LatestForms(Instant receivedAt, Instant byLinkAt) {}

    /** Of people who are on a form of the quarter. */
    Map<UUID, LatestForms> latestForms(Collection<UUID> memberIds, VerificationPeriod quarter);
}
