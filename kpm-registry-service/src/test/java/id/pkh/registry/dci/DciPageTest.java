package id.pkh.registry.dci;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.TextNode;
import id.pkh.registry.complementary.domain.ComplementaryCodes.Programme;
import id.pkh.registry.dci.domain.DciError;
import id.pkh.registry.dci.domain.DciEvent;
import id.pkh.registry.dci.domain.EnrolmentCode;
import id.pkh.registry.dci.domain.ReportedEnrolment;
import id.pkh.registry.family.domain.KpmStatus;
import id.pkh.registry.support.TestPeople;
import id.pkh.testsupport.RuleTable;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The tables of docs/rules/dci.md are what the code does. */
class DciPageTest {

    private static final String PAGE = "dci.md";

    @Test
    void everyStatusHasItsCodeAndWhetherItIsEnrolled() {
        List<List<String>> rows = RuleTable.rows(PAGE, "family", "code", "enrolled");
        assertThat(rows)
                .isEqualTo(
                        Stream.of(KpmStatus.values())
                                .map(
                                        status -> {
                                            Optional<EnrolmentCode> code = EnrolmentCode.of(status);
                                            return List.of(
                                                    status.name(),
                                                    code.map(EnrolmentCode::code).orElse("–"),
                                                    code.filter(EnrolmentCode::isEnrolled)
                                                                    .isPresent()
                                                            ? "yes"
                                                            : "no");
                                        })
                                .toList());
        for (EnrolmentCode code : EnrolmentCode.values()) {
            assertThat(EnrolmentCode.statusOf(code.code())).map(Enum::name).contains(code.name());
        }
    }

    @Test
    void everyEventIsOnThePage() {
        assertThat(RuleTable.rows(PAGE, "registry", "type", "event"))
                .isEqualTo(
                        Stream.of(DciEvent.values())
                                .map(
                                        event ->
                                                List.of(
                                                        event.registry().segment(),
                                                        event.type(),
                                                        event.eventType()))
                                .toList());
    }

    @Test
    void anEnrolmentOfOthersMeansWhatThePageSays() {
        List<List<String>> programmes = RuleTable.rows(PAGE, "programme", "named");
        assertThat(programmes).hasSize(Programme.values().length);
        for (List<String> row : programmes) {
            for (String name : row.get(1).split(", ")) {
                assertThat(ReportedEnrolment.programmeOf("DCI:" + name))
                        .map(Enum::name)
                        .contains(row.get(0));
            }
        }
        for (List<String> row : RuleTable.rows(PAGE, "enrolment_status", "word", "recorded")) {
            for (String written : row.subList(0, 2)) {
                assertThat(ReportedEnrolment.statusOf(written).map(Enum::name).orElse("–"))
                        .isEqualTo(row.get(2));
            }
        }
        assertThat(ReportedEnrolment.programmeOf("PKH")).isEmpty();
        assertThat(ReportedEnrolment.statusOf("")).isEmpty();
    }

    @Test
    void everyStatusOfHttpHasItsCode() {
        for (List<String> row : RuleTable.rows(PAGE, "status", "code")) {
            assertThat(DciError.ofStatus(Integer.parseInt(row.get(0))).code())
                    .isEqualTo(row.get(1));
        }
    }

    @Test
    void everyNumberFindsWhatThePageSays() {
        for (List<String> row : RuleTable.rows(PAGE, "attribute", "finds")) {
            String value =
                    row.get(1).equals("MEMBER_ID")
                            ? "01983f2a-6c10-7b3e-9d51-5b9e0d4f2a01"
                            : TestPeople.woman("1985-03-02");
            SearchQuery query =
                    SearchQuery.of(
                            List.of(new SearchCondition(row.get(0), false, new TextNode(value))));
            assertThat(query.key().kind().name()).isEqualTo(row.get(1));
        }
    }
}
