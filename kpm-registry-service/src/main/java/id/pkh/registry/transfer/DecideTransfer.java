package id.pkh.registry.transfer;

import com.github.f4b6a3.uuid.UuidCreator;
import id.pkh.platform.security.Caller;
import id.pkh.platform.web.BusinessDates;
import id.pkh.platform.web.Refused;
import id.pkh.registry.area.CallerAreas;
import id.pkh.registry.enrolment.KpmRecords;
import id.pkh.registry.family.Families;
import id.pkh.registry.family.Provenance;
import id.pkh.registry.family.domain.Family;
import id.pkh.registry.family.domain.Member;
import id.pkh.registry.family.domain.Person;
import id.pkh.registry.notification.QueueNotifications;
import id.pkh.registry.notification.Subject;
import id.pkh.registry.transfer.ChildTransfers.Outcome;
import id.pkh.registry.transfer.ChildTransfers.TransferRow;
import id.pkh.registry.transfer.domain.TransferCodes.TransferRejection;
import id.pkh.registry.transfer.domain.TransferCodes.TransferState;
import id.pkh.registry.transfer.domain.TransferRule;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Decided by a data administrator where the child lives, who did not propose it. */
@ApplicationScoped
class DecideTransfer {

    private static final String EVENT = "ChildTransferred";

    private final Families families;
    private final ProposeTransfer proposeTransfer;
    private final ChildTransfers transfers;
    private final QueueNotifications notifications;
    private final CallerAreas areas;
    private final Caller caller;
    private final Clock clock;

    DecideTransfer(
            Families families,
            ProposeTransfer proposeTransfer,
            ChildTransfers transfers,
            QueueNotifications notifications,
            CallerAreas areas,
            Caller caller,
            Clock clock) {
        this.families = families;
        this.proposeTransfer = proposeTransfer;
        this.transfers = transfers;
        this.notifications = notifications;
        this.areas = areas;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    void confirm(UUID id, long toVersion) {
        TransferRow row = toDecide(id);
        Map<UUID, Family> both =
                families.lockAll(List.of(), List.of(row.fromKpm(), row.toKpm())).stream()
                        .collect(Collectors.toMap(Family::id, Function.identity()));
        Family from = unchanged(both.get(row.fromKpm()), row.fromVersion());
        Family to = unchanged(both.get(row.toKpm()), toVersion);
        Instant now = clock.instant();
        Member child =
                proposeTransfer.requirePossible(from, to, row.memberId(), row.effectiveOn(), now);
        UUID joined = KpmRecords.newId();
        transfers.decide(
                id, new Outcome(TransferState.CONFIRMED, joined, null, caller.subject()), now);
        LocalDate day = row.effectiveOn();
        families.save(
                List.of(
                        from.released(child.id(), day),
                        to.joinedBy(joined, asPerson(child, day), day)),
                new Provenance(caller.subject(), null, id, now));
        tell(row, now);
    }

    @Transactional
    void reject(UUID id, TransferRejection why) {
        TransferRow row = toDecide(id);
        transfers.decide(
                row.transferId(),
                new Outcome(TransferState.REJECTED, null, why, caller.subject()),
                clock.instant());
    }

    /** Where it was proposed, as long as nobody has decided. */
    @Transactional
    void withdraw(UUID id) {
        TransferRow row = transfers.lock(id).orElseThrow(() -> Refused.because("NOT_FOUND"));
        areas.require(row.fromVillage());
        requireProposed(row);
        transfers.decide(
                id,
                new Outcome(TransferState.WITHDRAWN, null, null, caller.subject()),
                clock.instant());
    }

    /** As on record: numbers and names are not opened for it. */
    private static Person asPerson(Member child, LocalDate from) {
        return new Person(
                child.nik(),
                child.name(),
                child.birthDate(),
                child.sex(),
                TransferRule.carriedFrom(child, from),
                child.nisn(),
                child.grade());
    }

    private TransferRow toDecide(UUID id) {
        TransferRow row = transfers.lock(id).orElseThrow(() -> Refused.because("NOT_FOUND"));
        areas.require(row.toVillage());
        requireProposed(row);
        if (row.proposedBy().equals(caller.subject())) {
            throw Refused.because("TRANSFER_SAME_PERSON");
        }
        return row;
    }

    private static void requireProposed(TransferRow row) {
        if (row.state() != TransferState.PROPOSED) {
            throw Refused.because("TRANSFER_NOT_OPEN").with("state", row.state().name());
        }
    }

    private static Family unchanged(Family family, long version) {
        if (family.version() != version) {
            throw ProposeTransfer.changed(family);
        }
        return family;
    }

    /** Both families, and their facilitators. */
    private void tell(TransferRow row, Instant now) {
        LocalDate on = BusinessDates.on(now);
        notifications.handle(
                Stream.of(row.fromKpm(), row.toKpm())
                        .map(
                                family ->
                                        Subject.ofFamily(
                                                        UuidCreator.getTimeOrderedEpoch(),
                                                        1,
                                                        EVENT,
                                                        row.transferId(),
                                                        family,
                                                        on)
                                                .withVariables(Map.of("day", on.toString())))
                        .toList());
    }
}
