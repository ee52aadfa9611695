package id.pkh.verification.schoollink;

import id.pkh.platform.security.AreaScope;
import id.pkh.verification.compliance.domain.SchoolMonth;
import id.pkh.verification.signal.domain.VerificationPeriod;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Links of schools, what came by them, and the pupils whom they show. */
public interface SchoolLinks {

    /** A new link. */
    record NewLink(
            UUID linkId,
            String schoolId,
            VerificationPeriod quarter,
            AreaScope areas,
            String tokenSha256,
            byte[] sealedLabels,
            Instant createdAt,
            String createdBy,
            Instant expiresAt) {}

    /** A link as it stands. */
    record Link(
            UUID linkId,
            String schoolId,
            VerificationPeriod quarter,
            AreaScope areas,
            Instant createdAt,
            String createdBy,
            Instant expiresAt,
            int opened,
            Instant lastOpenedAt,
            Instant withdrawnAt,
            String withdrawnBy,
            List<Sending> sendings) {}

    /** What was sent by a link at once. */
    record Sending(
            UUID linkId,
            int number,
            UUID formId,
            int rowsApplied,
            int rowsRefused,
            Instant sentAt,
            Instant reviewedAt,
            String reviewedBy) {}

    /** A link that works, with what only its secret opens. */
    record OpenLink(
            UUID linkId,
            String schoolId,
            VerificationPeriod quarter,
            AreaScope areas,
            Instant expiresAt,
            byte[] sealedLabels) {}

    /** A pupil of the school in the quarter. */
    record Pupil(UUID memberId, UUID kpmId, String component, YearMonth birthMonth) {}

    /** Prevents that a person makes more links for a school and quarter at the same time. */
    void lock(String schoolId, VerificationPeriod quarter, String createdBy);

    int countWorking(String schoolId, VerificationPeriod quarter, String createdBy, Instant now);

    void add(NewLink link);

    List<Link> list(
            String schoolId, VerificationPeriod quarter, AreaScope scope, UUID after, int limit);

    /** A link some of whose areas lie in the scope. */
    Optional<Link> find(UUID linkId, AreaScope scope);

    void withdraw(UUID linkId, String by, Instant now);

    /** Links that are over and still have labels, in the order of their ids. */
    List<UUID> overWithLabels(Instant now, UUID after, int limit);

    void deleteLabels(Collection<UUID> linkIds);

    /** Marks what came up to a number and nobody has looked at. */
    void review(UUID linkId, int upTo, String by, Instant now);

    /**
     * Locks a link that works: it is known, not over, not withdrawn, and its quarter is closed for
     * none of its areas.
     */
    Optional<OpenLink> working(String tokenSha256, Instant now);

    void countOpening(UUID linkId, Instant now);

    int latestSending(UUID linkId);

    void addSending(Sending sending);

    List<Pupil> pupils(
            String schoolId, VerificationPeriod quarter, Set<String> components, AreaScope areas);

    /** The lines of a sender about these pupils. */
    Map<UUID, Map<YearMonth, SchoolMonth>> lines(
            String schoolId, VerificationPeriod quarter, String sender, Collection<UUID> memberIds);
}
