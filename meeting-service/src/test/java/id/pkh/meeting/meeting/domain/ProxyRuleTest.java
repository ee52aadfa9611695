package id.pkh.meeting.meeting.domain;

import static org.assertj.core.api.Assertions.assertThat;

import id.pkh.testsupport.RuleTable;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ProxyRuleTest {

    static List<List<String>> page() {
        return RuleTable.rows("p2k2.md", "mark on record", "counts", "others are told");
    }

    @ParameterizedTest
    @MethodSource("page")
    void othersAreToldTheMarkOfTheRulePage(List<String> row) {
        assertThat(
                        rule("2018-01-01", row.get(1).equals("yes"))
                                .told(AttendanceMark.valueOf(row.get(0))))
                .hasToString(row.get(2));
    }

    @Test
    void theLatestRuleThatHasBegunApplies() {
        ProxyRule first = rule("2018-01-01", true);
        ProxyRule later = rule("2028-01-01", false);
        List<ProxyRule> both = List.of(later, first);
        assertThat(ProxyRule.on(both, LocalDate.parse("2027-12-31"))).isEqualTo(first);
        assertThat(ProxyRule.on(both, LocalDate.parse("2028-01-01"))).isEqualTo(later);
    }

    private static ProxyRule rule(String from, boolean counts) {
        return new ProxyRule("RULE-" + from, LocalDate.parse(from), counts);
    }
}
