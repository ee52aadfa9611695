package id.pkh.registry.transfer;

import com.github.f4b6a3.uuid.UuidCreator;
import id.pkh.platform.security.Caller;
import id.pkh.platform.web.BusinessDates;
import id.pkh.platform.web.Refused;
import id.pkh.registry.area.CallerAreas;
import id.pkh.registry.enrolment.KpmRecords;
import id.pkh.registry.family.Families;
import id.pkh.registry.family.domain.Family;
import id.pkh.registry.family.domain.Member;
import id.pkh.registry.intake.UniqueViolations;
import id.pkh.registry.transfer.TransferRequests.Proposal;
import id.pkh.registry.transfer.domain.TransferRule;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** Proposed where the child lived. Nothing changes by it. */
@ApplicationScoped
class ProposeTransfer {

    private final Families families;
    private final KpmRecords records;
    private final ChildTransfers transfers;
    private final CallerAreas areas;
    private final Caller caller;
    private final Clock clock;

    ProposeTransfer(
            Families families,
            KpmRecords records,
            ChildTransfers transfers,
            CallerAreas areas,
            Caller caller,
            Clock clock) {
        this.families = families;
        this.records = records;
        this.transfers = transfers;
        this.areas = areas;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    UUID handle(Proposal proposal) {
        Family from = found(proposal.fromId());
        areas.require(from.details().villageCode());
        Family to = found(proposal.toId());
        if (from.version() != proposal.fromVersion()) {
            throw changed(from);
        }
        Instant now = clock.instant();
        requirePossible(from, to, proposal.memberId(), proposal.effectiveOn(), now);
        UUID id = UuidCreator.getTimeOrderedEpoch();
        UniqueViolations.refuseOn(() -> transfers.insert(id, proposal, caller.subject(), now));
        return id;
    }

    private Family found(UUID id) {
        return families.find(id).orElseThrow(() -> Refused.because("NOT_FOUND"));
    }

    /** The same for the proposal and for the confirmation, because days and records move on. */
    Member requirePossible(
            Family from, Family to, UUID memberId, LocalDate effectiveOn, Instant now) {
        if (from.id().equals(to.id())) {
            throw Refused.because("TRANSFER_SAME_FAMILY");
        }
        records.requireOpen(from);
        records.requireOpen(to);
        Member child = records.memberOf(from, memberId);
        refuse(TransferRule.faultOf(effectiveOn, BusinessDates.on(now)));
        refuse(TransferRule.faultOf(from, child, effectiveOn));
        if (transfers.hasOpenUpdate(memberId)) {
            throw Refused.because("TRANSFER_OPEN_UPDATE");
        }
        return child;
    }

    private static void refuse(Optional<String> fault) {
        fault.ifPresent(
                code -> {
                    throw Refused.because(code);
                });
    }

    static Refused changed(Family family) {
        return Refused.because("TRANSFER_FAMILY_CHANGED")
                .with("kpm_id", family.id())
                .with("version", family.version());
    }
}
