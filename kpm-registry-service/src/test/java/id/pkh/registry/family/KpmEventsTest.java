package id.pkh.registry.family;

import static org.assertj.core.api.Assertions.assertThat;

import id.pkh.contracts.registry.KpmComponentsChanged;
import id.pkh.contracts.registry.KpmRegistered;
import id.pkh.contracts.registry.KpmState;
import id.pkh.contracts.registry.KpmStatusChanged;
import id.pkh.contracts.registry.MemberComponent;
import id.pkh.platform.messaging.outbox.Sequenced;
import id.pkh.registry.family.domain.ComponentSpan;
import id.pkh.registry.family.domain.ComponentType;
import id.pkh.registry.family.domain.KpmFacts;
import id.pkh.registry.family.domain.KpmStatus;
import id.pkh.registry.family.domain.PayingBank;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class KpmEventsTest {

    private static final LocalDate DAY = LocalDate.parse("2026-07-13");
    private static final Instant NOW = Instant.parse("2026-07-14T02:00:00Z");
    private static final UUID KPM = UUID.fromString("01980a10-0000-7000-8000-000000000001");
    private static final UUID PUPIL = UUID.fromString("01980a10-0000-7000-8000-000000000002");
    private static final UUID MOTHER = UUID.fromString("01980a10-0000-7000-8000-000000000003");

    private static KpmFacts family(
            long version, KpmStatus status, String group, ComponentSpan span) {
        return new KpmFacts(
                KPM,
                version,
                status,
                KpmStatus.ACTIVE,
                "17.71.08.1001",
                group,
                MOTHER,
                "ab".repeat(32),
                PayingBank.BRI,
                true,
                List.of(
                        new KpmFacts.Member(
                                PUPIL,
                                "cd".repeat(32),
                                "0141234567",
                                LocalDate.parse("2014-05-10"),
                                span)));
    }

    private static ComponentSpan span(ComponentType type, String since, String until) {
        return new ComponentSpan(
                type,
                LocalDate.parse(since),
                until == null ? null : LocalDate.parse(until),
                "10702345");
    }

    private static final ComponentSpan SD = span(ComponentType.SD, "2020-07-13", null);

    private static KpmFacts before() {
        return family(4, KpmStatus.ACTIVE, null, SD);
    }

    private static List<String> names(List<Sequenced> events) {
        return events.stream().map(e -> e.event().getClass().getSimpleName()).toList();
    }

    private static List<Sequenced> changed(KpmFacts after) {
        return KpmEvents.changed(before(), after, DAY, NOW, "REASON", nisn -> "token of " + nisn);
    }

    @Test
    void aRegistrationPublishesTheRegistrationAndTheState() {
        List<Sequenced> events =
                KpmEvents.registered(
                        before(), LocalDate.parse("2019-01-01"), NOW, nisn -> "token of " + nisn);
        assertThat(names(events)).containsExactly("KpmRegistered", "KpmState");
        assertThat(events).extracting(Sequenced::sequence).containsOnly(4L);
        KpmRegistered registered = (KpmRegistered) events.get(0).event();
        assertThat(registered.occurredOn()).isEqualTo("2019-01-01");
        assertThat(registered.memberCount()).isEqualTo(1);
    }

    @Test
    void aChangeThatOtherServicesCannotSeeIsNotPublished() {
        assertThat(changed(family(5, KpmStatus.ACTIVE, null, SD))).isEmpty();
    }

    @Test
    void eachDifferenceIsOneEventAndTheStateIsTheLastEvent() {
        List<Sequenced> events =
                changed(
                        family(
                                5,
                                KpmStatus.SUSPENDED,
                                "17.71.08.1001-01",
                                span(ComponentType.SMP, "2026-07-13", null)));
        assertThat(names(events))
                .containsExactly(
                        "KpmMoved", "KpmComponentsChanged", "KpmStatusChanged", "KpmState");
        assertThat(events).extracting(Sequenced::sequence).containsOnly(5L);
        KpmComponentsChanged components = (KpmComponentsChanged) events.get(1).event();
        assertThat(components.before()).containsExactly(new MemberComponent(PUPIL, "SD"));
        assertThat(components.after()).containsExactly(new MemberComponent(PUPIL, "SMP"));
        KpmStatusChanged status = (KpmStatusChanged) events.get(2).event();
        assertThat(status.oldStatus() + ">" + status.newStatus()).isEqualTo("ACTIVE>SUSPENDED");
        assertThat(status.reason()).isEqualTo("REASON");
    }

    @Test
    void aComponentThatEndedIsNotCarriedButStaysInTheState() {
        List<Sequenced> events =
                changed(
                        family(
                                5,
                                KpmStatus.ACTIVE,
                                null,
                                span(ComponentType.SD, "2020-07-13", "2026-07-12")));
        assertThat(names(events)).containsExactly("KpmComponentsChanged", "KpmState");
        assertThat(((KpmComponentsChanged) events.get(0).event()).after()).isEmpty();
        KpmState state = (KpmState) events.get(1).event();
        assertThat(state.members().get(0).componentUntil()).isEqualTo("2026-07-12");
        assertThat(state.members().get(0).birthMonth().toString()).isEqualTo("2014-05");
        assertThat(state.occurredOn()).isEqualTo(DAY);
    }

    @Test
    void aComponentThatEndsLaterIsStillCarried() {
        List<Sequenced> events =
                changed(
                        family(
                                5,
                                KpmStatus.ACTIVE,
                                null,
                                span(ComponentType.SD, "2020-07-13", "2026-07-13")));
        assertThat(names(events)).containsExactly("KpmState");
    }
}
