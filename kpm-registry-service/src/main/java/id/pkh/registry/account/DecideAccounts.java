package id.pkh.registry.account;

import id.pkh.contracts.registry.AccountConfirmed;
import id.pkh.contracts.registry.AccountRefused;
import id.pkh.platform.messaging.outbox.Outbox;
import id.pkh.platform.messaging.outbox.Sequenced;
import id.pkh.platform.security.Caller;
import id.pkh.platform.security.Mask;
import id.pkh.platform.web.BusinessDates;
import id.pkh.platform.web.Refused;
import id.pkh.registry.account.AccountChanges.Standing;
import id.pkh.registry.family.AccountOrigin;
import id.pkh.registry.family.Families;
import id.pkh.registry.family.Provenance;
import id.pkh.registry.family.domain.Family;
import id.pkh.registry.identity.Disclosure;
import id.pkh.registry.identity.Identities;
import id.pkh.registry.identity.PersonalField;
import id.pkh.registry.identity.domain.Sealed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A second person confirms changes of accounts and caretakers, each by naming what was shown, or
 * refuses one. A refusal is a new change: what two people answered for before stands again.
 */
@ApplicationScoped
class DecideAccounts {

    static final int MAX_CHANGES = 1_000;
    static final String CONFIRMED = "CONFIRMED";

    private static final String NAME_NOT_SHOWN = "ACCOUNT_CHANGE_NAME_NOT_SHOWN";
    private static final Sealed NO_ACCOUNT = new Sealed(null, null);

    private final AccountChanges changes;
    private final Families families;
    private final Identities identities;
    private final Outbox outbox;
    private final Caller caller;
    private final Clock clock;

    DecideAccounts(
            AccountChanges changes,
            Families families,
            Identities identities,
            Outbox outbox,
            Caller caller,
            Clock clock) {
        this.changes = changes;
        this.families = families;
        this.identities = identities;
        this.outbox = outbox;
        this.caller = caller;
        this.clock = clock;
    }

    /** What became of one of the named changes: CONFIRMED, or the code of the refusal. */
    record Outcome(UUID changeId, String outcome) {}

    /** Confirms the changes that can be confirmed; the others are left as they are. */
    @Transactional
    List<Outcome> confirm(List<NamedChange> named) {
        refuseUnlessInOrder(named);
        List<UUID> ids = named.stream().map(NamedChange::changeId).toList();
        Map<UUID, RecordedChange> known = locked(ids);
        Map<UUID, Set<String>> changers = changes.changersOf(ids);
        List<Outcome> outcomes = new ArrayList<>();
        List<RecordedChange> confirmed = new ArrayList<>();
        for (NamedChange one : named) {
            RecordedChange change = known.get(one.changeId());
            String outcome =
                    outcomeOf(one, change, changers.getOrDefault(one.changeId(), Set.of()));
            outcomes.add(new Outcome(one.changeId(), outcome));
            if (outcome.equals(CONFIRMED) && change.status() == AccountChangeStatus.WAITING) {
                confirmed.add(change);
            }
        }
        recordConfirmed(confirmed);
        return outcomes;
    }

    private static void refuseUnlessInOrder(List<NamedChange> named) {
        Set<UUID> ids = new HashSet<>();
        if (named == null
                || named.isEmpty()
                || named.size() > MAX_CHANGES
                || !named.stream()
                        .allMatch(
                                one ->
                                        one != null
                                                && one.changeId() != null
                                                && ids.add(one.changeId()))) {
            throw Refused.because("ACCOUNT_CHANGES_INVALID").with("max_changes", MAX_CHANGES);
        }
    }

    private Map<UUID, RecordedChange> locked(List<UUID> ids) {
        return changes.lock(ids).stream()
                .filter(change -> caller.areas().covers(change.villageCode()))
                .collect(Collectors.toMap(RecordedChange::changeId, Function.identity()));
    }

    private String outcomeOf(NamedChange named, RecordedChange change, Set<String> changers) {
        if (change == null) {
            return "NOT_FOUND";
        }
        if (!isAsShown(named, change)) {
            return "ACCOUNT_CHANGE_DIFFERS";
        }
        String by = caller.subject();
        return switch (change.status()) {
            case WAITING ->
                    changers.contains(by)
                            ? "ACCOUNT_CHANGE_SAME_PERSON"
                            : isHidden(change) ? NAME_NOT_SHOWN : CONFIRMED;
            case CONFIRMED -> by.equals(change.decidedBy()) ? CONFIRMED : "ACCOUNT_CHANGE_DECIDED";
            case REFUSED -> "ACCOUNT_CHANGE_DECIDED";
            case SUPERSEDED -> "ACCOUNT_CHANGE_SUPERSEDED";
            case NOTHING_TO_CONFIRM -> "ACCOUNT_CHANGE_NOT_WAITING";
        };
    }

    /** Whether the change is about a person whose name the caller may not see. */
    private boolean isHidden(RecordedChange change) {
        return !Disclosure.masked(caller).names() && change.changesCaretaker(identities);
    }

    private boolean isAsShown(NamedChange named, RecordedChange change) {
        String account = identities.open(PersonalField.ACCOUNT, change.accountCipher());
        return Objects.equals(named.changeNo(), change.changeNo())
                && Objects.equals(
                        named.accountNumber(), account == null ? null : Mask.digits(account));
    }

    private void recordConfirmed(List<RecordedChange> confirmed) {
        if (confirmed.isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        String by = caller.subject();
        changes.confirmed(confirmed, by, now);
        outbox.appendAll(
                confirmed.stream()
                        .map(
                                change ->
                                        new Sequenced(
                                                new AccountConfirmed(
                                                        change.kpmId(),
                                                        change.changeId(),
                                                        change.changeNo(),
                                                        change.villageCode(),
                                                        change.payingBank(),
                                                        by,
                                                        BusinessDates.on(now),
                                                        now),
                                                change.version() + 1))
                        .toList());
    }

    /** Refuses a change. The person who made it can withdraw it in this way. */
    @Transactional
    void refuse(NamedChange named, RefusalReason reason) {
        RecordedChange change = locked(List.of(named.changeId())).get(named.changeId());
        if (change == null) {
            throw Refused.because("NOT_FOUND");
        }
        if (!isAsShown(named, change)) {
            throw differs(change);
        }
        if (change.status() != AccountChangeStatus.WAITING) {
            throw Refused.because(
                            change.decision() == null
                                    ? "ACCOUNT_CHANGE_NOT_WAITING"
                                    : "ACCOUNT_CHANGE_DECIDED")
                    .with("status", change.status().name());
        }
        if (isHidden(change)) {
            throw Refused.because(NAME_NOT_SHOWN);
        }
        Instant now = clock.instant();
        String by = caller.subject();
        changes.refused(change, reason, by, now);
        Family restored = restored(change, now);
        families.save(
                List.of(restored),
                new Provenance(by, null, null, now, family -> AccountOrigin.REFUSAL));
        outbox.append(
                new AccountRefused(
                        change.kpmId(),
                        change.changeId(),
                        change.changeNo(),
                        change.villageCode(),
                        change.payingBank(),
                        reason.name(),
                        by,
                        changes.latestOf(change.kpmId()),
                        BusinessDates.on(now),
                        now),
                restored.version());
    }

    private Family restored(RecordedChange change, Instant now) {
        Family family = families.lock(change.kpmId()).orElseThrow();
        Standing former =
                changes.confirmedBefore(change)
                        .orElseGet(
                                () ->
                                        new Standing(
                                                family.details().payingBank(),
                                                NO_ACCOUNT,
                                                family.caretaker().id(),
                                                family.caretaker().name()));
        return family.withAccountRestored(
                former.bank(),
                former.account(),
                former.caretakerId(),
                former.caretakerName(),
                BusinessDates.on(now));
    }

    /** The named change is not what is on record: says what is. */
    Refused differs(RecordedChange change) {
        String account = identities.open(PersonalField.ACCOUNT, change.accountCipher());
        return Refused.because("ACCOUNT_CHANGE_DIFFERS")
                .with("change_no", change.changeNo())
                .with("account_number", account == null ? "" : Mask.digits(account));
    }
}
