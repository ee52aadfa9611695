package id.pkh.verification.coverage;

import static java.util.stream.Collectors.flatMapping;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toSet;

import id.pkh.platform.security.AreaScope;
import id.pkh.platform.web.BusinessDates;
import id.pkh.verification.coverage.AssessCoverage.Covered;
import id.pkh.verification.coverage.CoverageFacts.LatestForms;
import id.pkh.verification.coverage.domain.CoverageFigures;
import id.pkh.verification.quarter.QuarterPreview;
import id.pkh.verification.quarter.QuarterPreview.Reports;
import id.pkh.verification.signal.domain.VerificationPeriod;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** How far the evidence of a quarter is, by school, health service or village. */
@ApplicationScoped
public class ListCoverage {

    /**
     * @param area to which the list is narrowed; null for all
     * @param code of the only school, health service or village; null for all
     * @param after code of the one before the first; null at the beginning
     */
    public record Query(
            VerificationPeriod quarter,
            CoverageLevel level,
            String area,
            String code,
            AreaScope scope,
            String after,
            int limit) {}

    /**
     * The figures of one code.
     *
     * @param lastFormOn day of the latest form with one of these members; null when there is none
     * @param lastByLinkOn day of the latest one that a school sent by a link; null when there is
     *     none
     * @param hasReported whether any form was received for it
     * @param notReported villages for which the school or health service has not reported, or those
     *     that have not reported for the village
     */
    public record Row(
            String code,
            CoverageFigures figures,
            LocalDate lastFormOn,
            LocalDate lastByLinkOn,
            boolean hasReported,
            List<String> notReported) {}

    private final AssessCoverage assess;
    private final CoverageFacts facts;
    private final QuarterPreview preview;

    ListCoverage(AssessCoverage assess, CoverageFacts facts, QuarterPreview preview) {
        this.assess = assess;
        this.facts = facts;
        this.preview = preview;
    }

    public List<Row> handle(Query query) {
        List<Reports> reports =
                query.level().isOfServicePoints() ? servicePoints(query) : villages(query);
        Map<String, List<Covered>> covered =
                assess.of(
                        query.level(),
                        reports.stream().map(Reports::code).toList(),
                        query.quarter(),
                        query.area(),
                        query.scope());
        Set<UUID> memberIds =
                reports.stream()
                        .flatMap(each -> covered.getOrDefault(each.code(), List.of()).stream())
                        .map(each -> each.member().memberId())
                        .collect(toSet());
        Map<UUID, LatestForms> forms = facts.latestForms(memberIds, query.quarter());
        return reports.stream()
                .map(each -> row(each, covered.getOrDefault(each.code(), List.of()), forms))
                .toList();
    }

    private List<Reports> servicePoints(Query query) {
        return preview.points(
                query.level().kind(),
                query.quarter(),
                query.area(),
                query.scope(),
                query.code(),
                query.after(),
                query.limit());
    }

    /** A village without any school or health service stays in the list. */
    private List<Reports> villages(Query query) {
        String area = query.code() == null ? query.area() : query.code();
        List<String> codes = facts.villages(area, query.scope(), query.after(), query.limit());
        Map<String, List<Reports>> byVillage =
                preview.ofVillages(query.quarter(), codes).stream()
                        .collect(groupingBy(Reports::code));
        return codes.stream()
                .map(code -> merged(code, byVillage.getOrDefault(code, List.of())))
                .toList();
    }

    private static Reports merged(String code, List<Reports> ofKinds) {
        return new Reports(
                code,
                ofKinds.stream().collect(flatMapping(r -> r.expected().stream(), toList())),
                ofKinds.stream().collect(flatMapping(r -> r.missing().stream(), toList())));
    }

    private static LocalDate latest(List<LatestForms> forms, Function<LatestForms, Instant> when) {
        return forms.stream()
                .map(when)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .map(BusinessDates::on)
                .orElse(null);
    }

    private static Row row(Reports reports, List<Covered> members, Map<UUID, LatestForms> known) {
        List<LatestForms> forms =
                members.stream()
                        .map(each -> known.get(each.member().memberId()))
                        .filter(Objects::nonNull)
                        .toList();
        return new Row(
                reports.code(),
                CoverageFigures.of(members.stream().map(Covered::coverage).toList()),
                latest(forms, LatestForms::receivedAt),
                latest(forms, LatestForms::byLinkAt),
                reports.hasAny(),
                reports.missing());
    }
}
