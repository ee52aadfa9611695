package id.pkh.registry.enrolment;

import com.github.f4b6a3.uuid.UuidCreator;
import id.pkh.platform.messaging.outbox.Outbox;
import id.pkh.platform.security.Caller;
import id.pkh.platform.web.Refused;
import id.pkh.registry.enrolment.domain.ComponentSpan;
import id.pkh.registry.enrolment.domain.KpmFacts;
import id.pkh.registry.enrolment.domain.KpmStatus;
import id.pkh.registry.identity.Identities;
import id.pkh.registry.identity.PersonalField;
import id.pkh.registry.identity.Sealed;
import id.pkh.registry.intake.PersonDraft;
import id.pkh.registry.intake.TakenNumbers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Single families for the use cases: locked to change, and what changed told in the same breath.
 */
@ApplicationScoped
class KpmRecords {

    /**
     * Why something about a family changed.
     *
     * @param occurredOn the day from which it holds
     * @param reason reason code
     * @param decisionId decision behind it, if any
     * @param by subject of the person, or the service
     */
    record Change(LocalDate occurredOn, String reason, UUID decisionId, String by) {}

    private final EntityManager entities;
    private final Outbox outbox;
    private final Identities identities;
    private final Caller caller;
    private final Clock clock;

    KpmRecords(
            EntityManager entities,
            Outbox outbox,
            Identities identities,
            Caller caller,
            Clock clock) {
        this.entities = entities;
        this.outbox = outbox;
        this.identities = identities;
        this.caller = caller;
        this.clock = clock;
    }

    /** The family, locked; whoever's area it is in. */
    Optional<KpmEntity> lock(UUID id) {
        return KpmEntity.findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                .map(KpmEntity.class::cast);
    }

    /** The family, locked, if the caller may change it and last read this version of it. */
    KpmEntity lockForChange(UUID id, Long readVersion) {
        KpmEntity kpm = lock(id).orElseThrow(() -> Refused.because("NOT_FOUND"));
        caller.areas().require(kpm.villageCode);
        if (readVersion != null && readVersion != kpm.version) {
            throw Refused.because("VERSION_CONFLICT").with("version", kpm.version);
        }
        if (kpm.status.isFinal()) {
            throw Refused.because("KPM_CLOSED").with("status", kpm.status.name());
        }
        return kpm;
    }

    FamilyMemberEntity memberOf(KpmEntity kpm, UUID memberId) {
        return FamilyMemberEntity.<FamilyMemberEntity>findByIdOptional(memberId)
                .filter(member -> member.kpmId.equals(kpm.id))
                .orElseThrow(() -> Refused.because("NOT_A_MEMBER"));
    }

    FamilyMemberEntity add(UUID kpmId, PersonDraft person) {
        Sealed nik = identities.seal(PersonalField.NIK, person.nik());
        if (FamilyMemberEntity.count("nikToken", nik.token()) > 0) {
            throw Refused.because("NIK_DUPLICATE");
        }
        Instant now = clock.instant();
        FamilyMemberEntity member = new FamilyMemberEntity();
        member.id = UuidCreator.getTimeOrderedEpoch();
        member.kpmId = kpmId;
        member.nikCipher = nik.cipher();
        member.nikToken = nik.token();
        member.nameCipher = identities.sealText(PersonalField.NAME, person.name());
        member.birthDate = person.birthDate();
        member.sex = person.sex();
        member.npsn = person.npsn();
        member.nisn = person.nisn();
        member.grade = person.grade();
        member.recordedAt = now;
        member.changedAt = now;
        Optional.ofNullable(person.component()).ifPresent(member::carry);
        member.persist();
        return member;
    }

    void keepHistory(FamilyMemberEntity member, ComponentSpan displaced) {
        ComponentHistoryEntity history = new ComponentHistoryEntity();
        history.id = UuidCreator.getTimeOrderedEpoch();
        history.memberId = member.id;
        history.kpmId = member.kpmId;
        history.component = displaced.type();
        history.componentSince = displaced.since();
        history.componentUntil = displaced.until();
        history.npsn = member.npsn;
        history.changedBy = caller.subject();
        history.recordedAt = clock.instant();
        history.persist();
    }

    KpmFacts facts(KpmEntity kpm) {
        Map<UUID, FamilyMemberEntity> members = new HashMap<>();
        FamilyMemberEntity.ofFamily(kpm.id).forEach(member -> members.put(member.id, member));
        List<KpmFacts.Member> carried = new ArrayList<>();
        members.values()
                .forEach(
                        member ->
                                member.span()
                                        .ifPresent(
                                                span ->
                                                        carried.add(
                                                                fact(member, span, member.npsn))));
        ComponentHistoryEntity.ofFamily(kpm.id)
                .forEach(
                        past ->
                                carried.add(
                                        fact(members.get(past.memberId), past.span(), past.npsn)));
        return new KpmFacts(
                kpm.id,
                kpm.version,
                kpm.status,
                kpm.villageCode,
                kpm.groupCode,
                kpm.caretakerMemberId,
                members.get(kpm.caretakerMemberId).nikToken,
                kpm.payingBank,
                kpm.accountToken != null,
                carried);
    }

    private static KpmFacts.Member fact(
            FamilyMemberEntity member, ComponentSpan span, String npsn) {
        return new KpmFacts.Member(member.id, member.nikToken, member.birthDate, npsn, span);
    }

    /** Writes the family's first version and tells the others. */
    void registered(KpmEntity kpm, Change change) {
        TakenNumbers.flush(entities);
        keepHistory(kpm, null, change);
        outbox.appendAll(KpmEvents.registered(facts(kpm), change.occurredOn(), kpm.recordedAt));
    }

    /** Writes a change as the family's next version and tells the others; nothing if it is none. */
    void changed(KpmEntity kpm, KpmFacts before, Change change) {
        TakenNumbers.flush(entities);
        if (before.saysTheSameAs(facts(kpm))) {
            return;
        }
        kpm.version++;
        kpm.changedAt = clock.instant();
        if (kpm.status != before.status()) {
            keepHistory(kpm, before.status(), change);
        }
        outbox.appendAll(
                KpmEvents.changed(
                        before, facts(kpm), change.occurredOn(), kpm.changedAt, change.reason()));
    }

    private void keepHistory(KpmEntity kpm, KpmStatus old, Change change) {
        StatusHistoryEntity history = new StatusHistoryEntity();
        history.id = UuidCreator.getTimeOrderedEpoch();
        history.kpmId = kpm.id;
        history.oldStatus = old;
        history.newStatus = kpm.status;
        history.reason = change.reason();
        history.decisionId = change.decisionId();
        history.effectiveOn = change.occurredOn();
        history.decidedBy = change.by();
        history.kpmVersion = kpm.version;
        history.recordedAt = clock.instant();
        history.persist();
    }
}
