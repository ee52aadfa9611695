package id.pkh.meeting.grouping.domain;

import static org.assertj.core.api.Assertions.assertThat;

import id.pkh.meeting.group.domain.GroupSize;
import id.pkh.meeting.group.domain.GroupSizeFinding;
import id.pkh.meeting.grouping.domain.ProposedGroups.Existing;
import id.pkh.testsupport.RuleTable;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ProposedGroupsTest {

    private static final GroupSize SIZE =
            new GroupSize("GROUP-SIZE-2026", LocalDate.parse("2018-01-01"), 15, 30);

    static List<List<String>> page() {
        return RuleTable.rows("groups.md", "waiting", "groups", "proposed");
    }

    @ParameterizedTest
    @MethodSource("page")
    void whatIsProposedIsThatOfTheRulePage(List<String> row) {
        List<Existing> groups = groups(row.get(1));
        Set<String> known = groups.stream().map(Existing::groupCode).collect(Collectors.toSet());
        Map<String, List<UUID>> proposed =
                ProposedGroups.of(
                        families(Integer.parseInt(row.get(0))), groups, free(known), SIZE);

        String text =
                proposed.entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(
                                group ->
                                        group.getKey()
                                                + (known.contains(group.getKey()) ? "+" : "=")
                                                + group.getValue().size())
                        .collect(Collectors.joining(" "));
        assertThat(text.isEmpty() ? "–" : text).isEqualTo(row.get(2));
    }

    @Test
    void everyFamilyIsProposedOnceAndNeighboursInTheRegisterStayTogether() {
        for (int waiting = 0; waiting <= 200; waiting++) {
            List<UUID> families = families(waiting);
            Map<String, List<UUID>> proposed =
                    ProposedGroups.of(families, List.of(), free(Set.of()), SIZE);
            assertThat(proposed.values().stream().flatMap(List::stream))
                    .containsExactlyElementsOf(families);
            if (waiting >= SIZE.minFamilies()) {
                assertThat(proposed.values())
                        .allMatch(group -> SIZE.of(group.size()) == GroupSizeFinding.WITHIN);
            }
        }
    }

    @Test
    void familiesForWhomNoCodeIsFreeAreLeftOut() {
        assertThat(ProposedGroups.of(families(40), List.of(), List.of("99"), SIZE))
                .containsOnlyKeys("99");
    }

    private static List<UUID> families(int count) {
        return IntStream.range(0, count).mapToObj(n -> new UUID(0, n)).toList();
    }

    private static List<Existing> groups(String cell) {
        return cell.equals("–")
                ? List.of()
                : Stream.of(cell.split(" "))
                        .map(group -> group.split(":"))
                        .map(group -> new Existing(group[0], Integer.parseInt(group[1])))
                        .toList();
    }

    private static List<String> free(Set<String> known) {
        return IntStream.rangeClosed(1, 99)
                .mapToObj("%02d"::formatted)
                .filter(code -> !known.contains(code))
                .toList();
    }
}
