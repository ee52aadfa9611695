package id.pkh.registry.enrolment;

import id.pkh.platform.persistence.Conditions;
import id.pkh.platform.security.AreaScope;
import id.pkh.platform.security.ReadLog;
import id.pkh.platform.web.Page;
import id.pkh.platform.web.PageParams;
import id.pkh.platform.web.Refused;
import id.pkh.registry.area.CallerAreas;
import id.pkh.registry.family.Families;
import id.pkh.registry.family.domain.ComponentSpan;
import id.pkh.registry.family.domain.Family;
import id.pkh.registry.family.domain.FamilyDetails;
import id.pkh.registry.family.domain.KpmStatus;
import id.pkh.registry.family.domain.Member;
import id.pkh.registry.identity.Disclosure;
import id.pkh.registry.identity.Identities;
import id.pkh.registry.identity.PersonalField;
import id.pkh.registry.identity.Reveals;
import id.pkh.registry.identity.domain.Sealed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;

/**
 * Families as the caller may see them. Every read of an unmasked number is logged with its purpose.
 */
@ApplicationScoped
class KpmQueries {

    private static final String SUBJECT_KIND = "kpm";
    private static final String NUMBERS = "family_card,nik,account_number";

    private final Families families;
    private final Identities identities;
    private final ReadLog readLog;
    private final Reveals reveals;
    private final CallerAreas areas;

    KpmQueries(
            Families families,
            Identities identities,
            ReadLog readLog,
            Reveals reveals,
            CallerAreas areas) {
        this.families = families;
        this.identities = identities;
        this.readLog = readLog;
        this.reveals = reveals;
        this.areas = areas;
    }

    @Transactional
    Page<KpmView> list(
            String village,
            String group,
            KpmStatus status,
            PageParams page,
            Disclosure disclosure) {
        Conditions which =
                areas.visible("village_code")
                        .andArea("village_code", AreaScope.requested(village))
                        .andIfGiven("group_code = ?", group)
                        .andIfGiven("status = ?", status)
                        .andIfGiven("id > ?", page.cursor().map(c -> c.uuid(0)).orElse(null));
        Page<KpmView> shown =
                Page.of(
                        families.list(which, page.limit() + 1),
                        page.limit(),
                        family -> new Object[] {family.id()},
                        family -> view(family, disclosure, null));
        if (disclosure.identifiers()) {
            reveals.log(shown.items().stream().map(KpmView::kpmId).toList(), NUMBERS, disclosure);
        }
        return shown;
    }

    @Transactional
    KpmView one(UUID id, Disclosure disclosure) {
        Family family = inArea(id);
        if (disclosure.identifiers()) {
            logRead(family, disclosure, NUMBERS);
        }
        String address =
                disclosure.names()
                        ? identities.open(
                                PersonalField.ADDRESS, family.details().address().cipher())
                        : null;
        return view(family, disclosure, address);
    }

    @Transactional
    Page<MemberView> members(UUID id, Disclosure disclosure) {
        Family family = inArea(id);
        if (disclosure.identifiers()) {
            logRead(family, disclosure, "members.nik,members.nisn");
        }
        return new Page<>(
                family.members().stream().map(m -> view(family, m, disclosure)).toList(), null);
    }

    private Family inArea(UUID id) {
        Family family = families.find(id).orElseThrow(() -> Refused.because("NOT_FOUND"));
        areas.require(family.details().villageCode());
        return family;
    }

    private void logRead(Family family, Disclosure disclosure, String fields) {
        readLog.record(
                SUBJECT_KIND,
                family.id().toString(),
                family.details().villageCode(),
                fields,
                disclosure.purpose());
    }

    private KpmView view(Family family, Disclosure disclosure, String address) {
        FamilyDetails details = family.details();
        Member caretaker = family.caretaker();
        return new KpmView(
                family.id(),
                number(PersonalField.FAMILY_CARD, family.card(), disclosure),
                family.status(),
                details.villageCode(),
                details.groupCode(),
                new KpmView.CaretakerView(
                        caretaker.id(),
                        name(caretaker, disclosure),
                        number(PersonalField.NIK, caretaker.nik(), disclosure)),
                details.payingBank(),
                number(PersonalField.ACCOUNT, details.account(), disclosure),
                address,
                details.participatingSince(),
                family.version());
    }

    private MemberView view(Family family, Member member, Disclosure disclosure) {
        Optional<ComponentSpan> component = Optional.ofNullable(member.components().present());
        return new MemberView(
                member.id(),
                number(PersonalField.NIK, member.nik(), disclosure),
                name(member, disclosure),
                disclosure.names() ? member.birthDate() : null,
                member.sex(),
                member.id().equals(family.caretaker().id()),
                component.map(ComponentSpan::type).orElse(null),
                component.map(ComponentSpan::since).orElse(null),
                component.map(ComponentSpan::until).orElse(null),
                component.map(ComponentSpan::school).orElse(null),
                disclosure.number(member.nisn()),
                member.grade());
    }

    private String number(PersonalField field, Sealed number, Disclosure disclosure) {
        return disclosure.number(identities.open(field, number.cipher()));
    }

    private String name(Member member, Disclosure disclosure) {
        return disclosure.names()
                ? identities.open(PersonalField.NAME, member.name().cipher())
                : null;
    }
}
