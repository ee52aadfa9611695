package id.pkh.registry.account;

import id.pkh.platform.persistence.Conditions;
import id.pkh.platform.security.AreaScope;
import id.pkh.platform.web.Page;
import id.pkh.platform.web.PageParams;
import id.pkh.platform.web.Refused;
import id.pkh.registry.account.AccountChangeView.PayeeView;
import id.pkh.registry.area.CallerAreas;
import id.pkh.registry.identity.Disclosure;
import id.pkh.registry.identity.Identities;
import id.pkh.registry.identity.PersonalField;
import id.pkh.registry.identity.Reveals;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Changes of accounts as the caller may see them. Every unmasked read is logged. */
@ApplicationScoped
class AccountChangeQueries {

    private static final String FIELDS = "account_number";

    private final AccountChanges changes;
    private final Identities identities;
    private final Reveals reveals;
    private final CallerAreas areas;

    AccountChangeQueries(
            AccountChanges changes, Identities identities, Reveals reveals, CallerAreas areas) {
        this.changes = changes;
        this.identities = identities;
        this.reveals = reveals;
        this.areas = areas;
    }

    @Transactional
    Page<AccountChangeView> list(
            Optional<AccountChangeStatus> status,
            UUID kpmId,
            String area,
            PageParams page,
            Disclosure disclosure) {
        Conditions which =
                areas.visible("k.village_code")
                        .andArea("k.village_code", AreaScope.requested(area))
                        .andIfGiven("c.kpm_id = ?", kpmId);
        UUID after = page.cursor().map(cursor -> cursor.uuid(0)).orElse(null);
        List<RecordedChange> found = changes.list(which, status, after, page.limit() + 1);
        Page<AccountChangeView> shown =
                Page.of(
                        found,
                        page.limit(),
                        change -> new Object[] {change.changeId()},
                        change -> view(change, disclosure));
        if (disclosure.identifiers()) {
            reveals.log(
                    shown.items().stream().map(AccountChangeView::kpmId).distinct().toList(),
                    FIELDS,
                    disclosure);
        }
        return shown;
    }

    @Transactional
    AccountChangeView one(UUID changeId, Disclosure disclosure) {
        return changes
                .list(
                        areas.visible("k.village_code").and("c.change_id = ?", changeId),
                        Optional.empty(),
                        null,
                        1)
                .stream()
                .map(change -> view(change, disclosure))
                .findFirst()
                .orElseThrow(() -> Refused.because("NOT_FOUND"));
    }

    private AccountChangeView view(RecordedChange change, Disclosure disclosure) {
        return new AccountChangeView(
                change.changeId(),
                change.changeNo(),
                change.kpmId(),
                change.villageCode(),
                change.status().name(),
                new PayeeView(
                        change.payingBank(),
                        number(change.accountCipher(), disclosure),
                        change.caretakerMemberId(),
                        name(change.caretakerNameCipher(), disclosure)),
                change.formerCaretakerId() == null
                        ? null
                        : new PayeeView(
                                change.formerBank(),
                                number(change.formerCipher(), disclosure),
                                change.formerCaretakerId(),
                                name(change.formerNameCipher(), disclosure)),
                change.isCaretakerRenamed(identities),
                change.sharedWith(),
                change.source(),
                change.fileId(),
                change.line(),
                change.changedBy(),
                change.changedAt(),
                change.permittedBy(),
                change.decidedBy(),
                change.decidedAt(),
                change.reason());
    }

    private String name(byte[] cipher, Disclosure disclosure) {
        return disclosure.names() ? identities.open(PersonalField.NAME, cipher) : null;
    }

    private String number(byte[] cipher, Disclosure disclosure) {
        return disclosure.number(identities.open(PersonalField.ACCOUNT, cipher));
    }
}
