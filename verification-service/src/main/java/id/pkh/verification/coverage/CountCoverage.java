package id.pkh.verification.coverage;

import id.pkh.platform.figures.Figure;
import id.pkh.platform.figures.FigureQuery;
import id.pkh.platform.figures.FigureSource;
import id.pkh.platform.security.AreaScope;
import id.pkh.verification.compliance.CommitmentRules;
import id.pkh.verification.signal.domain.VerificationPeriod;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Counts how far the evidence is of the quarter to which a month belongs, by village. */
@ApplicationScoped
class CountCoverage implements FigureSource {

    private static final int VILLAGES_AT_ONCE = 50;
    private static final String TO_VERIFY = "MEMBERS_TO_VERIFY";
    private static final String VERIFIED = "MEMBERS_VERIFIED";
    private static final String NOT_REPORTED = "SERVICE_POINTS_NOT_REPORTED";

    private final ListCoverage coverage;
    private final CommitmentRules rules;

    CountCoverage(ListCoverage coverage, CommitmentRules rules) {
        this.coverage = coverage;
        this.rules = rules;
    }

    @Override
    public Set<String> figures() {
        return Set.of(TO_VERIFY, VERIFIED, NOT_REPORTED);
    }

    /** Nothing is counted of a quarter for which no commitments are in force. */
    @Override
    public List<Figure> count(FigureQuery query) {
        VerificationPeriod quarter = VerificationPeriod.quarterOf(query.month());
        if (rules.all().inForceFor(quarter).isEmpty()) {
            return List.of();
        }
        List<Figure> figures = new ArrayList<>();
        String after = null;
        List<ListCoverage.Row> rows;
        do {
            rows = villages(quarter, query.areas(), after);
            rows.forEach(row -> figures.addAll(of(row)));
            after = rows.isEmpty() ? null : rows.get(rows.size() - 1).code();
        } while (rows.size() == VILLAGES_AT_ONCE);
        return figures;
    }

    private List<ListCoverage.Row> villages(
            VerificationPeriod quarter, AreaScope areas, String after) {
        return coverage.handle(
                new ListCoverage.Query(
                        quarter,
                        CoverageLevel.VILLAGE,
                        null,
                        null,
                        areas,
                        after,
                        VILLAGES_AT_ONCE));
    }

    private static List<Figure> of(ListCoverage.Row row) {
        return Stream.of(
                        figure(row, TO_VERIFY, row.figures().members()),
                        figure(row, VERIFIED, row.figures().complete()),
                        figure(row, NOT_REPORTED, row.notReported().size()))
                .filter(figure -> figure.value() > 0)
                .toList();
    }

    private static Figure figure(ListCoverage.Row row, String figure, long value) {
        return new Figure(row.code(), null, figure, "", value);
    }
}
