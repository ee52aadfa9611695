package id.pkh.registry.contact;

import com.github.f4b6a3.uuid.UuidCreator;
import id.pkh.platform.security.AreaScope;
import id.pkh.platform.web.BusinessDates;
import id.pkh.registry.contact.Contacts.Change;
import id.pkh.registry.contact.Contacts.Current;
import id.pkh.registry.contact.Holders.Holder;
import id.pkh.registry.contact.domain.ContactRoute;
import id.pkh.registry.contact.domain.Telephone;
import id.pkh.registry.identity.Identities;
import id.pkh.registry.identity.PersonalField;
import id.pkh.registry.identity.domain.Sealed;
import id.pkh.registry.intake.UniqueViolations;
import id.pkh.registry.notification.QueueNotifications;
import id.pkh.registry.notification.Subject;
import id.pkh.registry.notification.domain.Receiver;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * Enters, changes and withdraws numbers. The first number of a holder takes effect at once, and so
 * does a withdrawal, because the holder stays reachable: without a number everything is printed. A
 * different number could silence the holder, so it waits for another person, and the current number
 * is notified.
 */
@ApplicationScoped
public class EnterContacts {

    /** The holder is not on record, or outside the areas of the sender. */
    public static final String HOLDER_UNKNOWN = "HOLDER_UNKNOWN";

    private final Holders holders;
    private final Contacts contacts;
    private final Identities identities;
    private final QueueNotifications notifications;
    private final Clock clock;

    EnterContacts(
            Holders holders,
            Contacts contacts,
            Identities identities,
            QueueNotifications notifications,
            Clock clock) {
        this.holders = holders;
        this.contacts = contacts;
        this.identities = identities;
        this.notifications = notifications;
        this.clock = clock;
    }

    /**
     * One statement.
     *
     * @param number null withdraws the number
     * @param line line of the file; null for a request
     */
    public record Entry(Receiver holder, Telephone number, ContactRoute route, Integer line) {}

    /**
     * Who states it.
     *
     * @param fileId the file; null for a request
     * @param updateId the data update that this person accepted, if it is one
     */
    public record Sender(String subject, AreaScope areas, UUID fileId, UUID updateId) {

        public Sender(String subject, AreaScope areas, UUID fileId) {
            this(subject, areas, fileId, null);
        }
    }

    /** What became of a statement. */
    public enum Result {
        ENTERED,
        WAITING,
        UNCHANGED,
        UNKNOWN
    }

    /** Applies the statements; of several about one holder the last counts. */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<Result> handle(List<Entry> entries, Sender sender) {
        List<Receiver> named = entries.stream().map(Entry::holder).distinct().toList();
        Map<Receiver, Holder> known = holders.known(named);
        Map<Receiver, Current> current = contacts.lock(named);
        Map<Receiver, Integer> last = new HashMap<>();
        for (int i = 0; i < entries.size(); i++) {
            last.put(entries.get(i).holder(), i);
        }
        Instant now = clock.instant();
        List<Result> results = new ArrayList<>();
        List<Change> changes = new ArrayList<>();
        List<Subject> notified = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            Entry entry = entries.get(i);
            Holder holder = known.get(entry.holder());
            if (holder == null || !covers(sender.areas(), holder)) {
                results.add(Result.UNKNOWN);
                continue;
            }
            Optional<Change> change =
                    last.get(entry.holder()) == i
                            ? change(entry, holder, current.get(entry.holder()), sender, now)
                            : Optional.empty();
            change.ifPresent(changes::add);
            change.flatMap(one -> noticeToFormerNumber(one, current.get(entry.holder())))
                    .ifPresent(notified::add);
            results.add(change.map(EnterContacts::resultOf).orElse(Result.UNCHANGED));
        }
        UniqueViolations.refuseOn(() -> contacts.enter(changes));
        notifications.handle(notified);
        return results;
    }

    private static Result resultOf(Change change) {
        return change.needsConfirmation() ? Result.WAITING : Result.ENTERED;
    }

    private static boolean covers(AreaScope areas, Holder holder) {
        return areas.isEverywhere() || areas.covers(holder.areaCode());
    }

    private Optional<Change> change(
            Entry entry, Holder holder, Current current, Sender sender, Instant now) {
        String digits = entry.number() == null ? null : entry.number().digits();
        Sealed number = identities.seal(PersonalField.TELEPHONE, digits);
        boolean isKnown = current != null;
        if (isKnown
                && Objects.equals(current.telephoneToken(), number.token())
                && current.route() == entry.route()
                && Objects.equals(current.caretakerMemberId(), holder.caretakerId())) {
            return Optional.empty();
        }
        if (!isKnown && number.token() == null) {
            return Optional.empty();
        }
        boolean isAnother =
                isKnown
                        && number.token() != null
                        && current.lastToken() != null
                        && !current.lastToken().equals(number.token());
        return Optional.of(
                new Change(
                        UuidCreator.getTimeOrderedEpoch(),
                        holder,
                        isKnown ? current.latestNo() + 1 : 1,
                        number,
                        entry.route(),
                        sender.fileId(),
                        entry.line(),
                        sender.updateId(),
                        isAnother,
                        sender.subject(),
                        now));
    }

    /** The number of before is notified when it is to lose its messages. */
    private static Optional<Subject> noticeToFormerNumber(Change change, Current current) {
        boolean loses =
                current != null
                        && current.route() == ContactRoute.MESSAGE
                        && (change.needsConfirmation() || change.route() == ContactRoute.PRINTED);
        if (!loses) {
            return Optional.empty();
        }
        return Optional.of(
                Subject.ofNumber(
                        change.id(),
                        change.needsConfirmation() ? "ContactChanged" : "ContactWithdrawn",
                        change.holder().who(),
                        change.holder().kpmId(),
                        change.holder().areaCode(),
                        BusinessDates.on(change.at()),
                        current.currentChangeId()));
    }
}
