package id.pkh.registry.notification;

import com.github.f4b6a3.uuid.UuidCreator;
import id.pkh.platform.web.BusinessDates;
import id.pkh.registry.notification.NotificationRows.Earlier;
import id.pkh.registry.notification.NotificationRows.New;
import id.pkh.registry.notification.Receivers.Found;
import id.pkh.registry.notification.Receivers.OnRecord;
import id.pkh.registry.notification.domain.NotificationRule;
import id.pkh.registry.notification.domain.NotificationRules;
import id.pkh.registry.notification.domain.NotificationState;
import id.pkh.registry.notification.domain.ReceiverRole;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Queues a notification for each receiver whom the table of rules names, in the transaction of the
 * event. The same event queues nothing a second time.
 */
@ApplicationScoped
public class QueueNotifications {

    private final Receivers receivers;
    private final NotificationRows rows;
    private final DeliveredNotices notices;
    private final HoursByArea hours;
    private final Texts texts;
    private final Clock clock;

    QueueNotifications(
            Receivers receivers,
            NotificationRows rows,
            DeliveredNotices notices,
            HoursByArea hours,
            Texts texts,
            Clock clock) {
        this.receivers = receivers;
        this.rows = rows;
        this.notices = notices;
        this.hours = hours;
        this.texts = texts;
        this.clock = clock;
    }

    /**
     * Queues what follows from the subjects.
     *
     * @return the first subject whose family or facilitator is not on record; then nothing was
     *     queued
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<Subject> handle(List<Subject> subjects) {
        if (subjects.isEmpty()) {
            return Optional.empty();
        }
        OnRecord onRecord = receivers.load(subjects);
        Optional<Subject> unknown =
                subjects.stream().filter(subject -> !onRecord.knows(subject)).findFirst();
        if (unknown.isPresent()) {
            return unknown;
        }
        Instant now = clock.instant();
        HoursByArea.InForce inForce = hours.on(BusinessDates.on(now));
        List<Earlier> earlier = rows.earlierAbout(subjects);
        Set<UUID> inHand = notices.among(subjects.stream().filter(Subject::takesBack).toList());
        List<New> queued = new ArrayList<>();
        for (Subject subject : subjects) {
            for (NotificationRule rule : NotificationRules.of(subject.event())) {
                String area = onRecord.areaOf(subject);
                onRecord.meant(rule.to(), subject)
                        .forEach(
                                found ->
                                        queued.add(
                                                row(
                                                        subject,
                                                        area,
                                                        rule,
                                                        found,
                                                        isTrueStill(
                                                                subject, found, earlier, inHand),
                                                        inForce,
                                                        now)));
            }
        }
        rows.insert(queued);
        rows.takeBack(subjects.stream().filter(Subject::takesBack).toList(), now);
        return unknown;
    }

    private New row(
            Subject subject,
            String village,
            NotificationRule rule,
            Found found,
            boolean isTrueStill,
            HoursByArea.InForce inForce,
            Instant now) {
        Map<String, String> variables = new HashMap<>(subject.variables());
        variables.putIfAbsent("village", village);
        variables.keySet().retainAll(rule.template().variables());
        texts.requireComplete(rule.template(), variables);
        LocalDate due = subject.on().plusDays(rule.dueDays());
        if (subject.dueBy() != null && subject.dueBy().isBefore(due)) {
            due = subject.dueBy();
        }
        LocalDate expires = subject.on().plusDays(rule.expiryDays());
        boolean isWorthSaying = isTrueStill && !expires.isBefore(BusinessDates.on(now));
        return new New(
                UuidCreator.getTimeOrderedEpoch(),
                subject,
                found,
                rule.template(),
                variables,
                due,
                expires,
                inForce.of(found.areaCode()).first(now, rule.urgency()),
                isWorthSaying ? NotificationState.QUEUED : NotificationState.EXPIRED,
                now);
    }

    /**
     * No one is notified of what was taken back since. Only receivers who were notified of
     * something, by a message or by the notice itself, are notified that it was taken back.
     */
    private static boolean isTrueStill(
            Subject subject, Found found, List<Earlier> earlier, Set<UUID> inHand) {
        boolean hasLetter =
                found.receiver().role() == ReceiverRole.FAMILY
                        && inHand.contains(subject.subjectId());
        List<Earlier> aboutIt =
                earlier.stream()
                        .filter(one -> one.subjectId().equals(subject.subjectId()))
                        .toList();
        if (subject.takesBack()) {
            return hasLetter
                    || aboutIt.stream()
                            .filter(one -> one.isTo(found.receiver()))
                            .anyMatch(one -> !one.takesBack() && one.hasLeft());
        }
        return aboutIt.stream()
                .noneMatch(one -> one.takesBack() && one.sequence() > subject.sequence());
    }
}
