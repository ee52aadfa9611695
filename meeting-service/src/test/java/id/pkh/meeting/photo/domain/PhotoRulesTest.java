package id.pkh.meeting.photo.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import id.pkh.testsupport.RuleTable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The tables of docs/rules/photos.md. */
class PhotoRulesTest {

    private static final PhotoPolicy POLICY =
            new PhotoPolicy("P", LocalDate.parse("2018-01-01"), 1, 2000);

    static Stream<List<String>> verdicts() {
        return RuleTable.rows("photos.md", "taken at", "latitude", "longitude", "verdict").stream();
    }

    @ParameterizedTest
    @MethodSource("verdicts")
    void aPhotoIsOfTheDayAndInTheCountry(List<String> row) {
        Position position = position(row.get(1), row.get(2));
        boolean ofTheDay =
                POLICY.permits(LocalDateTime.parse(row.get(0)), LocalDate.parse("2026-06-16"));
        String verdict =
                !position.isInIndonesia()
                        ? "PHOTO_OUTSIDE_COUNTRY"
                        : ofTheDay ? "accepted" : "PHOTO_OF_OTHER_DAY";
        assertThat(verdict).isEqualTo(row.get(3));
    }

    static Stream<List<String>> distances() {
        return RuleTable.rows("photos.md", "from", "to", "metres, about").stream();
    }

    @ParameterizedTest
    @MethodSource("distances")
    void distancesAreThoseOfTheSurface(List<String> row) {
        String[] from = row.get(0).split(" ");
        String[] to = row.get(1).split(" ");
        assertThat(position(from[0], from[1]).metresTo(position(to[0], to[1])))
                .isCloseTo(Long.parseLong(row.get(2)), within(2L));
    }

    @Test
    void theUsualPlaceIsTheMiddleOfThreeOrMore() {
        Position usual = position("-3.788892", "102.266579");
        assertThat(Position.usual(List.of(usual, usual))).isEmpty();
        assertThat(Position.usual(List.of(usual, position("5", "96"), usual))).contains(usual);
    }

    @Test
    void whatIsNoPositionIsNone() {
        assertThat(Position.of(null, BigDecimal.ONE)).isEmpty();
        assertThat(Position.of(new BigDecimal("1E+400000000"), BigDecimal.ONE)).isEmpty();
        assertThat(Position.of(new BigDecimal("1E-400000000"), BigDecimal.ONE)).isEmpty();
        assertThat(Position.of(new BigDecimal("361"), BigDecimal.ONE)).isEmpty();
    }

    private static Position position(String latitude, String longitude) {
        return Position.of(new BigDecimal(latitude), new BigDecimal(longitude)).orElseThrow();
    }
}
