package id.pkh.registry.notification.domain;

import static org.assertj.core.api.Assertions.assertThat;

import id.pkh.testsupport.RuleTable;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NotificationStateTest {

    @ParameterizedTest
    @EnumSource(NotificationState.class)
    void aNotificationBecomesWhatTheRulePageSaysAndNothingElse(NotificationState from) {
        Set<String> onThePage =
                RuleTable.rows("notifications.md", "from", "to", "when").stream()
                        .filter(row -> row.get(0).equals(from.name()))
                        .map(row -> row.get(1))
                        .collect(Collectors.toSet());

        assertThat(List.of(NotificationState.values()))
                .allSatisfy(
                        to ->
                                assertThat(from.canBecome(to))
                                        .as("%s to %s", from, to)
                                        .isEqualTo(onThePage.contains(to.name())));
    }
}
