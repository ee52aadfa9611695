package id.pkh.verification.coverage;

import id.pkh.platform.security.AreaScope;
import id.pkh.verification.coverage.domain.MemberCoverage;
import id.pkh.verification.signal.domain.VerificationPeriod;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/** The members behind the figures of one school, health service or village. */
@ApplicationScoped
public class ListCoveredMembers {

    /**
     * @param code of the school, health service or village
     * @param area to which the list is narrowed; null for all
     * @param isComplete only those who are covered, or only the others; null for all
     * @param after the member before the first; null at the beginning
     */
    public record Query(
            VerificationPeriod quarter,
            CoverageLevel level,
            String code,
            String area,
            Boolean isComplete,
            AreaScope scope,
            Position after,
            int limit) {}

    /** A person may have a component twice, one after the other. */
    public record Position(UUID memberId, String component, LocalDate since)
            implements Comparable<Position> {

        private static final Comparator<Position> ORDER =
                Comparator.comparing(Position::memberId)
                        .thenComparing(Position::component)
                        .thenComparing(Position::since);

        @Override
        public int compareTo(Position other) {
            return ORDER.compare(this, other);
        }
    }

    /** A member who has to be verified. */
    public record Row(CoveredMember member, MemberCoverage coverage) {

        public Position position() {
            return new Position(member.memberId(), member.component(), member.since());
        }
    }

    private final AssessCoverage assess;

    ListCoveredMembers(AssessCoverage assess) {
        this.assess = assess;
    }

    public List<Row> handle(Query query) {
        return assess
                .of(
                        query.level(),
                        List.of(query.code()),
                        query.quarter(),
                        query.area(),
                        query.scope())
                .getOrDefault(query.code(), List.of())
                .stream()
                .filter(
                        each ->
                                query.isComplete() == null
                                        || query.isComplete() == each.coverage().isComplete())
                .map(each -> new Row(each.member(), each.coverage()))
                .sorted(Comparator.comparing(Row::position))
                .filter(row -> query.after() == null || row.position().compareTo(query.after()) > 0)
                .limit(query.limit())
                .toList();
    }
}
