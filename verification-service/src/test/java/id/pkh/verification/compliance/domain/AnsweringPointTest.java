package id.pkh.verification.compliance.domain;

import static id.pkh.verification.compliance.domain.ComplianceFixture.Q1;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AnsweringPointTest {

    private static final UUID KNOWN = new UUID(0, 1);
    private static final UUID OTHER = new UUID(0, 2);
    private static final String VILLAGE = "17.71.08.1001";
    private static final String NEIGHBOUR = "17.71.08.1002";
    private static final String FAR_AWAY = "17.71.09.1001";

    private final AnsweringPoint points =
            new AnsweringPoint(
                    Map.of(KNOWN, "P-OWN"),
                    Map.of(VILLAGE, Set.of("P-VILLAGE")),
                    Map.of("17.71.08", Set.of("P-VILLAGE", "P-OWN")),
                    Map.of("P-VILLAGE", Set.of(new PointReport(Q1, "17.71.08"))));

    @Test
    void the_service_that_reported_on_a_person_answers_for_her() {
        assertThat(points.points(KNOWN, VILLAGE)).containsExactly("P-OWN");
        assertThat(points.quartersWithFormFor(KNOWN, VILLAGE)).isEmpty();
    }

    @Test
    void else_those_that_report_on_her_village() {
        assertThat(points.points(OTHER, VILLAGE)).containsExactly("P-VILLAGE");
        assertThat(points.quartersWithFormFor(OTHER, VILLAGE)).containsExactly(Q1);
    }

    @Test
    void else_those_of_her_sub_district() {
        assertThat(points.points(OTHER, NEIGHBOUR)).containsExactlyInAnyOrder("P-VILLAGE", "P-OWN");
        assertThat(points.quartersWithFormFor(OTHER, NEIGHBOUR)).containsExactly(Q1);
    }

    @Test
    void else_nobody_knows_one_and_no_form_came() {
        assertThat(points.points(OTHER, FAR_AWAY)).isEmpty();
        assertThat(points.quartersWithFormFor(OTHER, FAR_AWAY)).isEmpty();
    }

    @Test
    void a_service_that_reported_for_one_village_has_not_reported_for_another() {
        AnsweringPoint ofOneSender =
                new AnsweringPoint(
                        Map.of(),
                        Map.of(VILLAGE, Set.of("P-VILLAGE"), NEIGHBOUR, Set.of("P-VILLAGE")),
                        Map.of(),
                        Map.of("P-VILLAGE", Set.of(new PointReport(Q1, VILLAGE))));
        assertThat(ofOneSender.quartersWithFormFor(OTHER, VILLAGE)).containsExactly(Q1);
        assertThat(ofOneSender.quartersWithFormFor(OTHER, NEIGHBOUR)).isEmpty();
    }

    @Test
    void a_report_for_an_area_is_one_for_everything_below_it() {
        assertThat(new PointReport(Q1, "17.71").covers(VILLAGE)).isTrue();
        assertThat(new PointReport(Q1, "*").covers(VILLAGE)).isTrue();
        assertThat(new PointReport(Q1, VILLAGE).covers(VILLAGE)).isTrue();
        assertThat(new PointReport(Q1, "17.7").covers(VILLAGE)).isFalse();
        assertThat(new PointReport(Q1, "17.71.09").covers(VILLAGE)).isFalse();
    }
}
