package id.pkh.registry.family;

import id.pkh.contracts.Event;
import id.pkh.contracts.registry.CaretakerChanged;
import id.pkh.contracts.registry.FamilyMember;
import id.pkh.contracts.registry.KpmComponentsChanged;
import id.pkh.contracts.registry.KpmMoved;
import id.pkh.contracts.registry.KpmRegistered;
import id.pkh.contracts.registry.KpmState;
import id.pkh.contracts.registry.KpmStatusChanged;
import id.pkh.contracts.registry.MemberComponent;
import id.pkh.platform.messaging.outbox.Sequenced;
import id.pkh.registry.family.domain.Family;
import id.pkh.registry.family.domain.KpmFacts;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The events of a change of a family: one event for each difference, and the whole state if
 * anything in the state changed. All of them carry the family's new version.
 */
final class KpmEvents {

    private KpmEvents() {}

    /**
     * @param pupilTokens makes the token of a pupil number
     */
    static List<Sequenced> of(
            Family family,
            Optional<AccountChange> account,
            Provenance provenance,
            UnaryOperator<String> pupilTokens) {
        List<Sequenced> events =
                new ArrayList<>(
                        family.isNew()
                                ? registered(
                                        family.facts(),
                                        family.changedOn(),
                                        provenance.at(),
                                        pupilTokens)
                                : changed(
                                        family.factsBefore(),
                                        family.facts(),
                                        family.changedOn(),
                                        provenance.at(),
                                        provenance.reason(),
                                        pupilTokens));
        account.filter(AccountChange::isAnnounced)
                .map(change -> new Sequenced(change.event(provenance), family.version()))
                .ifPresent(changed -> events.add(family.isNew() ? 1 : 0, changed));
        return events;
    }

    static List<Sequenced> registered(
            KpmFacts family,
            LocalDate participatingSince,
            Instant recordedAt,
            UnaryOperator<String> pupilTokens) {
        Event registered =
                new KpmRegistered(
                        family.id(),
                        family.status().name(),
                        family.villageCode(),
                        family.groupCode(),
                        family.caretakerMemberId(),
                        family.members().size(),
                        participatingSince,
                        recordedAt);
        return List.of(
                new Sequenced(registered, family.version()),
                new Sequenced(
                        state(family, participatingSince, recordedAt, pupilTokens),
                        family.version()));
    }

    /**
     * @param occurredOn the first day on which the change is in effect
     * @param statusReason reason code, used when the status changed
     */
    static List<Sequenced> changed(
            KpmFacts before,
            KpmFacts after,
            LocalDate occurredOn,
            Instant recordedAt,
            String statusReason,
            UnaryOperator<String> pupilTokens) {
        if (before.hasSameContentAs(after)) {
            return List.of();
        }
        List<Event> events = new ArrayList<>();
        moved(before, after, occurredOn, recordedAt, events);
        caretakerChanged(before, after, occurredOn, recordedAt, events);
        componentsChanged(before, after, occurredOn, recordedAt, events);
        if (before.status() != after.status()) {
            events.add(
                    new KpmStatusChanged(
                            after.id(),
                            after.villageCode(),
                            before.status().name(),
                            after.status().name(),
                            statusReason,
                            occurredOn,
                            recordedAt));
        }
        events.add(state(after, occurredOn, recordedAt, pupilTokens));
        return events.stream().map(event -> new Sequenced(event, after.version())).toList();
    }

    private static void moved(
            KpmFacts before, KpmFacts after, LocalDate on, Instant at, List<Event> events) {
        if (before.villageCode().equals(after.villageCode())
                && Objects.equals(before.groupCode(), after.groupCode())) {
            return;
        }
        events.add(
                new KpmMoved(
                        after.id(),
                        before.villageCode(),
                        after.villageCode(),
                        before.groupCode(),
                        after.groupCode(),
                        on,
                        at));
    }

    private static void caretakerChanged(
            KpmFacts before, KpmFacts after, LocalDate on, Instant at, List<Event> events) {
        if (!before.caretakerMemberId().equals(after.caretakerMemberId())) {
            events.add(
                    new CaretakerChanged(
                            after.id(),
                            before.caretakerMemberId(),
                            after.caretakerMemberId(),
                            on,
                            at));
        }
    }

    private static void componentsChanged(
            KpmFacts before, KpmFacts after, LocalDate on, Instant at, List<Event> events) {
        List<MemberComponent> carriedBefore = carried(before, on);
        List<MemberComponent> carriedAfter = carried(after, on);
        if (!carriedBefore.equals(carriedAfter)) {
            events.add(new KpmComponentsChanged(after.id(), carriedBefore, carriedAfter, on, at));
        }
    }

    private static List<MemberComponent> carried(KpmFacts family, LocalDate day) {
        return family.carriedOn(day).stream()
                .map(carried -> new MemberComponent(carried.memberId(), carried.type().name()))
                .toList();
    }

    private static KpmState state(
            KpmFacts family,
            LocalDate occurredOn,
            Instant recordedAt,
            UnaryOperator<String> pupilTokens) {
        return new KpmState(
                family.id(),
                family.status().name(),
                family.baseStatus().name(),
                family.villageCode(),
                family.groupCode(),
                family.caretakerMemberId(),
                family.caretakerNikToken(),
                family.payingBank() == null ? null : family.payingBank().name(),
                family.accountKnown(),
                family.members().stream().map(m -> member(m, pupilTokens)).toList(),
                occurredOn,
                recordedAt);
    }

    private static FamilyMember member(KpmFacts.Member member, UnaryOperator<String> pupilTokens) {
        return new FamilyMember(
                member.id(),
                member.nikToken(),
                member.component().type().name(),
                YearMonth.from(member.birthDate()),
                member.component().school(),
                member.component().since(),
                member.component().until(),
                member.nisn() == null ? null : pupilTokens.apply(member.nisn()));
    }
}
