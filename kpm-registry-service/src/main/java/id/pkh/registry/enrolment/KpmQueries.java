package id.pkh.registry.enrolment;

import id.pkh.platform.security.Caller;
import id.pkh.platform.security.ReadLog;
import id.pkh.platform.web.Page;
import id.pkh.platform.web.PageParams;
import id.pkh.platform.web.Refused;
import id.pkh.registry.family.domain.KpmStatus;
import id.pkh.registry.identity.Disclosure;
import id.pkh.registry.identity.Identities;
import id.pkh.registry.identity.PersonalField;
import id.pkh.registry.identity.Reveals;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Families as the caller may see them. Every read of a number in clear is logged with its purpose.
 */
@ApplicationScoped
class KpmQueries {

    private static final String SUBJECT_KIND = "kpm";
    private static final String NUMBERS = "family_card,nik,account_number";

    private final Identities identities;
    private final ReadLog readLog;
    private final Reveals reveals;
    private final Caller caller;

    KpmQueries(Identities identities, ReadLog readLog, Reveals reveals, Caller caller) {
        this.reveals = reveals;
        this.identities = identities;
        this.readLog = readLog;
        this.caller = caller;
    }

    @Transactional
    Page<KpmView> list(
            String village,
            String group,
            KpmStatus status,
            PageParams page,
            Disclosure disclosure) {
        List<KpmEntity> rows =
                new KpmFilter(caller.areas())
                        .village(village)
                        .group(group)
                        .status(status)
                        .after(page)
                        .list(page.limit());
        Map<UUID, FamilyMemberEntity> caretakers = caretakersOf(rows);
        Page<KpmView> shown =
                Page.of(
                        rows,
                        page.limit(),
                        kpm -> new Object[] {kpm.id},
                        kpm -> view(kpm, caretakers.get(kpm.caretakerMemberId), disclosure, null));
        if (disclosure.identifiers()) {
            reveals.log(shown.items().stream().map(KpmView::kpmId).toList(), NUMBERS, disclosure);
        }
        return shown;
    }

    @Transactional
    KpmView one(UUID id, Disclosure disclosure) {
        KpmEntity kpm = inArea(id);
        FamilyMemberEntity caretaker = FamilyMemberEntity.findById(kpm.caretakerMemberId);
        if (disclosure.identifiers()) {
            logRead(id, disclosure, NUMBERS);
        }
        String address =
                disclosure.names()
                        ? identities.open(PersonalField.ADDRESS, kpm.addressCipher)
                        : null;
        return view(kpm, caretaker, disclosure, address);
    }

    @Transactional
    Page<MemberView> members(UUID id, Disclosure disclosure) {
        KpmEntity kpm = inArea(id);
        if (disclosure.identifiers()) {
            logRead(id, disclosure, "members.nik,members.nisn");
        }
        return new Page<>(
                FamilyMemberEntity.ofFamily(id).stream()
                        .map(member -> view(kpm, member, disclosure))
                        .toList(),
                null);
    }

    private KpmEntity inArea(UUID id) {
        KpmEntity kpm =
                KpmEntity.<KpmEntity>findByIdOptional(id)
                        .orElseThrow(() -> Refused.because("NOT_FOUND"));
        caller.areas().require(kpm.villageCode);
        return kpm;
    }

    private void logRead(UUID kpmId, Disclosure disclosure, String fields) {
        readLog.record(SUBJECT_KIND, kpmId.toString(), fields, disclosure.purpose());
    }

    private static Map<UUID, FamilyMemberEntity> caretakersOf(List<KpmEntity> families) {
        if (families.isEmpty()) {
            return Map.of();
        }
        List<UUID> ids = families.stream().map(kpm -> kpm.caretakerMemberId).toList();
        return FamilyMemberEntity.<FamilyMemberEntity>stream("id in ?1", ids)
                .collect(Collectors.toMap(member -> member.id, Function.identity()));
    }

    private KpmView view(
            KpmEntity kpm, FamilyMemberEntity caretaker, Disclosure disclosure, String address) {
        return new KpmView(
                kpm.id,
                disclosure.number(identities.open(PersonalField.FAMILY_CARD, kpm.familyCardCipher)),
                kpm.status.name(),
                kpm.villageCode,
                kpm.groupCode,
                new KpmView.CaretakerView(
                        caretaker.id, name(caretaker, disclosure), nik(caretaker, disclosure)),
                kpm.payingBank == null ? null : kpm.payingBank.name(),
                disclosure.number(identities.open(PersonalField.ACCOUNT, kpm.accountCipher)),
                address,
                kpm.participatingSince,
                kpm.version);
    }

    private MemberView view(KpmEntity kpm, FamilyMemberEntity member, Disclosure disclosure) {
        return new MemberView(
                member.id,
                nik(member, disclosure),
                name(member, disclosure),
                disclosure.names() ? member.birthDate : null,
                member.sex.name(),
                member.id.equals(kpm.caretakerMemberId),
                member.component == null ? null : member.component.name(),
                member.componentSince,
                member.componentUntil,
                member.npsn,
                disclosure.number(member.nisn),
                member.grade);
    }

    private String nik(FamilyMemberEntity member, Disclosure disclosure) {
        return disclosure.number(identities.open(PersonalField.NIK, member.nikCipher));
    }

    private String name(FamilyMemberEntity member, Disclosure disclosure) {
        return disclosure.names() ? identities.open(PersonalField.NAME, member.nameCipher) : null;
    }
}
