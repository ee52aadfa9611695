package id.pkh.registry.notification.domain;

import static org.assertj.core.api.Assertions.assertThat;

import id.pkh.contracts.catalogue.EventCatalogue;
import id.pkh.testsupport.RuleTable;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class NotificationRulesTest {

    /** Events of one type that notify of different things, and those that stay in the registry. */
    private static final Set<String> NOT_IN_THE_CATALOGUE =
            Set.of(
                    "AdvocacyAnswered",
                    "ChildTransferred",
                    "FamiliesMerged",
                    "FamilyMergeUndone",
                    "MeetingNear",
                    "WithdrawalDayPlanned",
                    "WithdrawalDayNear",
                    "AppealUpheld",
                    "AppealRejected",
                    "ComplaintAnswered",
                    "ComplaintEscalated",
                    "ComplaintLodged",
                    "ComplaintReopened",
                    "ContactChanged",
                    "ContactWithdrawn",
                    "DataUpdateOverdue",
                    "ProtectedStepIssued",
                    "VillageHasFacilitator",
                    "VillageWithoutFacilitator");

    @Test
    void theRulesAreThoseOfTheRulePage() {
        List<List<String>> page =
                RuleTable.rows(
                        "notifications.md",
                        "event",
                        "who is notified",
                        "of what",
                        "when",
                        "due, days",
                        "until, days");

        assertThat(NotificationRules.all())
                .extracting(
                        rule ->
                                List.of(
                                        rule.event(),
                                        rule.to().name(),
                                        rule.template().name(),
                                        rule.urgency().name(),
                                        Integer.toString(rule.dueDays()),
                                        Integer.toString(rule.expiryDays())))
                .containsExactlyElementsOf(page);
    }

    @Test
    void everyEventIsInTheCatalogue() {
        Stream<String> events =
                NotificationRules.all().stream()
                        .map(NotificationRule::event)
                        .filter(event -> !NOT_IN_THE_CATALOGUE.contains(event));

        assertThat(EventCatalogue.ALL)
                .extracting(type -> type.record().getSimpleName())
                .containsAll(events.toList());
    }

    @Test
    void everyTextIsUsedAndLeavesBeforeItExpires() {
        assertThat(NotificationRules.all())
                .extracting(NotificationRule::template)
                .containsOnly(Template.values());
        assertThat(NotificationRules.all()).allMatch(rule -> rule.expiryDays() > rule.dueDays());
    }
}
