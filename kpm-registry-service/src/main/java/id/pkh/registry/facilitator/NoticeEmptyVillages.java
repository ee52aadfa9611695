package id.pkh.registry.facilitator;

import com.github.f4b6a3.uuid.UuidCreator;
import id.pkh.platform.persistence.AdvisoryLocks;
import id.pkh.platform.persistence.Conditions;
import id.pkh.platform.web.BusinessDates;
import id.pkh.registry.facilitator.EmptyVillages.Open;
import id.pkh.registry.facilitator.EmptyVillages.Row;
import id.pkh.registry.notification.QueueNotifications;
import id.pkh.registry.notification.Subject;
import id.pkh.registry.notification.domain.ReceiverRole;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Notices villages whose families have nobody, whatever the cause: an assignment or an appointment
 * ended, or nobody was ever assigned. The coordinator and the regency coordinator are notified once
 * for each such time, and again when it is over. Every instance looks; one of them acts.
 */
@ApplicationScoped
public class NoticeEmptyVillages {

    private static final String LOCK = "registry.villages-without-facilitator";
    private static final String EMPTY = "VillageWithoutFacilitator";
    private static final String COVERED = "VillageHasFacilitator";
    private static final int MAX_VILLAGES = 100_000;

    private static final Set<ReceiverRole> NOTIFIED =
            Set.of(ReceiverRole.COORDINATOR, ReceiverRole.REGENCY_COORDINATOR);

    private final EmptyVillages villages;
    private final QueueNotifications notifications;
    private final AdvisoryLocks locks;
    private final Clock clock;

    NoticeEmptyVillages(
            EmptyVillages villages,
            QueueNotifications notifications,
            AdvisoryLocks locks,
            Clock clock) {
        this.villages = villages;
        this.notifications = notifications;
        this.locks = locks;
        this.clock = clock;
    }

    @Scheduled(
            every = "${pkh.registry.facilitators.check.every}",
            delayed = "60s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @Transactional
    public void handle() {
        if (!locks.tryTake(LOCK)) {
            return;
        }
        Instant now = clock.instant();
        LocalDate today = BusinessDates.on(now);
        List<Row> empty = villages.list(new Conditions(), today, MAX_VILLAGES);
        Set<UUID> known =
                empty.stream()
                        .map(Row::lapseId)
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet());
        List<Subject> subjects = new ArrayList<>();
        for (Row village : empty) {
            if (village.lapseId() == null) {
                UUID lapse = UuidCreator.getTimeOrderedEpoch();
                villages.notice(lapse, village, now);
                LocalDate since = village.since() == null ? today : village.since();
                subjects.add(subject(lapse, EMPTY, lapse, village.villageCode(), today, since));
            }
        }
        for (Open lapse : villages.open()) {
            if (!known.contains(lapse.lapseId()) && !isNew(lapse, subjects)) {
                villages.end(lapse.lapseId(), now);
                subjects.add(covered(lapse, today));
            }
        }
        notifications.handle(subjects);
    }

    private static boolean isNew(Open lapse, List<Subject> subjects) {
        return subjects.stream().anyMatch(one -> one.subjectId().equals(lapse.lapseId()));
    }

    private static Subject covered(Open lapse, LocalDate today) {
        return subject(
                        UuidCreator.getTimeOrderedEpoch(),
                        COVERED,
                        lapse.lapseId(),
                        lapse.villageCode(),
                        today,
                        today)
                .after(2)
                .takingBack();
    }

    private static Subject subject(
            UUID event, String name, UUID lapse, String village, LocalDate today, LocalDate day) {
        return Subject.ofVillage(event, name, lapse, village, today)
                .notifying(NOTIFIED)
                .withVariables(Map.of("day", day.toString()));
    }
}
