package id.pkh.registry.notification.rest;

import id.pkh.platform.persistence.Conditions;
import id.pkh.platform.security.AreaScope;
import id.pkh.platform.web.Page;
import id.pkh.platform.web.PageParams;
import id.pkh.platform.web.Refused;
import id.pkh.registry.area.CallerAreas;
import id.pkh.registry.identity.Disclosure;
import id.pkh.registry.identity.Identities;
import id.pkh.registry.identity.PersonalField;
import id.pkh.registry.notification.NotificationRows;
import id.pkh.registry.notification.Texts;
import id.pkh.registry.notification.Texts.Language;
import id.pkh.registry.notification.domain.NotificationState;
import id.pkh.registry.notification.domain.ReceiverRole;
import id.pkh.registry.notification.rest.NotificationList.PrintableRow;
import id.pkh.registry.notification.rest.NotificationList.Row;
import id.pkh.registry.notification.rest.NotificationView.CountItem;
import id.pkh.registry.notification.rest.NotificationView.Counts;
import id.pkh.registry.notification.rest.NotificationView.Printable;
import id.pkh.registry.notification.rest.NotificationView.PrintableItem;
import id.pkh.registry.notification.sending.ConfiguredRoute;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** Notifications as callers may see them. */
@ApplicationScoped
class NotificationQueries {

    private static final String AREA = "n.area_code";
    private static final int MAX_PRINTABLE = 500;
    private static final Duration COUNTED = Duration.ofDays(31);

    private final NotificationList notifications;
    private final ConfiguredRoute route;
    private final Identities identities;
    private final Texts texts;
    private final CallerAreas areas;
    private final Clock clock;

    NotificationQueries(
            NotificationList notifications,
            ConfiguredRoute route,
            Identities identities,
            Texts texts,
            CallerAreas areas,
            Clock clock) {
        this.notifications = notifications;
        this.route = route;
        this.identities = identities;
        this.texts = texts;
        this.areas = areas;
        this.clock = clock;
    }

    /** The filters of a list; null selects all. */
    record Filter(
            ReceiverRole role, String ref, UUID kpmId, NotificationState state, String area) {}

    Conditions visible() {
        return areas.visible(AREA);
    }

    @Transactional
    Page<NotificationView> list(Filter filter, PageParams page) {
        Conditions which =
                visible()
                        .andArea(AREA, AreaScope.requested(filter.area()))
                        .andIfGiven("n.receiver_role = ?", filter.role())
                        .andIfGiven("n.receiver_ref = ?", filter.ref())
                        .andIfGiven("n.kpm_id = ?", filter.kpmId())
                        .andIfGiven("n.state = ?", filter.state())
                        .andIfGiven(
                                "n.notification_id > ?",
                                page.cursor().map(cursor -> cursor.uuid(0)).orElse(null));
        return Page.of(
                notifications.list(which, page.limit() + 1),
                page.limit(),
                row -> new Object[] {row.notificationId()},
                this::view);
    }

    @Transactional
    NotificationView one(UUID id) {
        return notifications.list(visible().and("n.notification_id = ?", id), 1).stream()
                .map(this::view)
                .findFirst()
                .orElseThrow(() -> Refused.because("NOT_FOUND"));
    }

    @Transactional
    Counts counts(String area) {
        Conditions which =
                visible()
                        .andArea(AREA, AreaScope.requested(area))
                        .and("n.queued_at >= ?", clock.instant().minus(COUNTED));
        return new Counts(
                notifications.counts(which).stream()
                        .map(row -> new CountItem(row.receiverRole(), row.state(), row.count()))
                        .toList());
    }

    @Transactional
    Printable printable(String group, Disclosure disclosure) {
        areas.require(group.replaceFirst("-[0-9]{2}$", ""));
        List<PrintableRow> rows = notifications.printable(group, route.exists(), MAX_PRINTABLE + 1);
        List<PrintableItem> items =
                rows.stream()
                        .limit(MAX_PRINTABLE)
                        .map(row -> printableItem(row, disclosure))
                        .toList();
        String text =
                items.stream().map(NotificationQueries::line).collect(Collectors.joining("\n"));
        return new Printable(group, items, text, rows.size() > MAX_PRINTABLE);
    }

    private static String line(PrintableItem item) {
        String who =
                item.receiverRole().equals(ReceiverRole.GROUP_CHAIR.name())
                        ? "Ketua kelompok"
                        : item.caretakerName() == null
                                ? item.kpmId().toString()
                                : item.caretakerName();
        return "[ ] %s: %s".formatted(who, item.text());
    }

    private PrintableItem printableItem(PrintableRow row, Disclosure disclosure) {
        return new PrintableItem(
                row.notificationId(),
                row.receiverRole().name(),
                row.kpmId(),
                disclosure.names() && row.nameCipher() != null
                        ? identities.open(PersonalField.NAME, row.nameCipher())
                        : null,
                texts.write(Language.ID, row.template(), NotificationRows.read(row.variables())),
                row.dueBy());
    }

    private NotificationView view(Row row) {
        return new NotificationView(
                row.notificationId(),
                row.event(),
                row.subjectId(),
                row.receiverRole().name(),
                row.receiverRef(),
                row.areaCode(),
                row.kpmId(),
                row.template().name(),
                written(Language.ID, row),
                written(Language.EN, row),
                row.dueBy(),
                row.state().name(),
                row.stateSince(),
                row.stateBy(),
                row.route(),
                row.queuedAt(),
                row.attempts() == null ? 0 : row.attempts(),
                row.lastOutcome());
    }

    private String written(Language language, Row row) {
        return texts.write(language, row.template(), NotificationRows.read(row.variables()));
    }
}
