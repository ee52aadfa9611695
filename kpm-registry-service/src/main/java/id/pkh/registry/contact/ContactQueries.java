package id.pkh.registry.contact;

import id.pkh.platform.persistence.Conditions;
import id.pkh.platform.security.AreaScope;
import id.pkh.platform.security.Mask;
import id.pkh.platform.web.Page;
import id.pkh.platform.web.PageParams;
import id.pkh.platform.web.Refused;
import id.pkh.registry.area.CallerAreas;
import id.pkh.registry.contact.ContactView.WaitingView;
import id.pkh.registry.contact.Contacts.ChangeRow;
import id.pkh.registry.contact.Contacts.ContactRow;
import id.pkh.registry.contact.domain.Telephone;
import id.pkh.registry.identity.Identities;
import id.pkh.registry.identity.PersonalField;
import id.pkh.registry.notification.domain.ReceiverRole;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;

/** Numbers as callers may see them: always masked. Nobody reads a whole number here. */
@ApplicationScoped
class ContactQueries {

    private static final String AREA = "coalesce(k.village_code, c.area_code)";

    private final Contacts contacts;
    private final Identities identities;
    private final CallerAreas areas;

    ContactQueries(Contacts contacts, Identities identities, CallerAreas areas) {
        this.contacts = contacts;
        this.identities = identities;
        this.areas = areas;
    }

    @Transactional
    Page<ContactView> list(ReceiverRole role, String ref, String area, PageParams page) {
        Conditions which =
                areas.visible(AREA)
                        .andArea(AREA, AreaScope.requested(area))
                        .andIfGiven("c.holder_role = ?", role)
                        .andIfGiven("c.holder_ref = ?", ref);
        page.cursor()
                .ifPresent(
                        cursor ->
                                which.and(
                                        "(c.holder_role, c.holder_ref) > (?, ?)",
                                        cursor.text(0),
                                        cursor.text(1)));
        return Page.of(
                contacts.list(which, page.limit() + 1),
                page.limit(),
                row -> new Object[] {row.holderRole().name(), row.holderRef()},
                this::view);
    }

    @Transactional
    Page<ContactChangeView> changes(
            boolean onlyWaiting, ReceiverRole role, String ref, String area, PageParams page) {
        Conditions which =
                areas.visible(AREA)
                        .andArea(AREA, AreaScope.requested(area))
                        .andIfGiven("c.holder_role = ?", role)
                        .andIfGiven("c.holder_ref = ?", ref)
                        .andIfGiven(
                                "c.change_id > ?",
                                page.cursor().map(cursor -> cursor.uuid(0)).orElse(null));
        if (onlyWaiting) {
            which.and("o.waiting_change_id = c.change_id");
        }
        List<ChangeRow> found = contacts.changes(which, page.limit() + 1);
        return Page.of(found, page.limit(), row -> new Object[] {row.changeId()}, this::changeView);
    }

    @Transactional
    ContactChangeView change(UUID changeId) {
        return changeView(row(changeId));
    }

    @Transactional(Transactional.TxType.MANDATORY)
    ChangeRow row(UUID changeId) {
        return contacts.change(areas.visible(AREA).and("c.change_id = ?", changeId))
                .orElseThrow(() -> Refused.because("NOT_FOUND"));
    }

    private ContactView view(ContactRow row) {
        return new ContactView(
                row.holderRole().name(),
                row.holderRef(),
                row.areaCode(),
                masked(row.telephoneCipher()),
                row.route().name(),
                row.ofFormer(),
                row.sharedWith(),
                row.changedBy(),
                row.changedAt(),
                row.waitingChangeId() == null
                        ? null
                        : new WaitingView(
                                row.waitingChangeId(),
                                masked(row.waitingCipher()),
                                row.waitingBy(),
                                row.waitingSince()));
    }

    private ContactChangeView changeView(ChangeRow row) {
        return new ContactChangeView(
                row.changeId(),
                row.holderRole().name(),
                row.holderRef(),
                row.areaCode(),
                masked(row.telephoneCipher()),
                row.route().name(),
                ContactChangeView.statusOf(row),
                row.fileId(),
                row.line(),
                row.changedBy(),
                row.changedAt(),
                row.decidedBy(),
                row.decidedAt());
    }

    private String masked(byte[] cipher) {
        return cipher == null
                ? null
                : Mask.digits(Telephone.ofDigits(identities.open(PersonalField.TELEPHONE, cipher)));
    }
}
