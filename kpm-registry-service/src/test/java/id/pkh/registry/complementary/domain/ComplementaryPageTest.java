package id.pkh.registry.complementary.domain;

import static org.assertj.core.api.Assertions.assertThat;

import id.pkh.registry.complementary.domain.ComplementaryCodes.Programme;
import id.pkh.registry.complementary.domain.ComplementaryCodes.Refusal;
import id.pkh.testsupport.RuleTable;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The rules are those of docs/rules/complementary.md. */
class ComplementaryPageTest {

    private static final String PAGE = "complementary.md";

    @Test
    void theProgrammesAreThoseOfThePage() {
        assertThat(Programme.values())
                .extracting(
                        programme ->
                                programme + " " + (programme.isOfMember() ? "MEMBER" : "FAMILY"))
                .containsExactlyElementsOf(
                        RuleTable.rows(PAGE, "programme", "what it is", "of").stream()
                                .map(row -> row.get(0) + " " + row.get(2))
                                .toList());
    }

    @Test
    void theStatesFollowOneAnotherAsThePageSays() {
        List<List<String>> rows = RuleTable.rows(PAGE, "from", "to", "who", "when");
        List<String> code =
                Stream.of(AdvocacyState.values())
                        .flatMap(
                                from ->
                                        Stream.of(AdvocacyState.values())
                                                .filter(from::canBecome)
                                                .map(to -> from + " " + to))
                        .toList();

        assertThat(code)
                .containsExactlyInAnyOrderElementsOf(
                        rows.stream().map(row -> row.get(0) + " " + row.get(1)).toList());
        assertThat(rows)
                .filteredOn(row -> row.get(1).equals("REFUSED"))
                .allSatisfy(
                        row ->
                                assertThat(row.get(3))
                                        .contains(
                                                Stream.of(Refusal.values())
                                                        .map(Enum::name)
                                                        .toList()));
    }
}
