package id.pkh.meeting.group.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.pkh.testsupport.RuleTable;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GroupSizeTest {

    private static final GroupSize FIRST =
            new GroupSize("GROUP-SIZE-2026", LocalDate.parse("2018-01-01"), 15, 30);
    private static final GroupSize LATER =
            new GroupSize("GROUP-SIZE-2028", LocalDate.parse("2028-01-01"), 12, 25);

    static List<List<String>> page() {
        return RuleTable.rows("groups.md", "families", "size");
    }

    @ParameterizedTest
    @MethodSource("page")
    void theSizeOfAGroupIsThatOfTheRulePage(List<String> row) {
        assertThat(FIRST.of(Integer.parseInt(row.get(0)))).hasToString(row.get(1));
    }

    @Test
    void theLatestSizeThatHasBegunApplies() {
        List<GroupSize> sizes = List.of(LATER, FIRST);
        assertThat(GroupSize.on(sizes, LocalDate.parse("2027-12-31"))).isEqualTo(FIRST);
        assertThat(GroupSize.on(sizes, LocalDate.parse("2028-01-01"))).isEqualTo(LATER);
        assertThatThrownBy(() -> GroupSize.on(sizes, LocalDate.parse("2017-12-31")))
                .hasMessage("no size of groups on 2017-12-31");
    }
}
