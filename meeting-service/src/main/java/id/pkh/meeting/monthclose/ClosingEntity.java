package id.pkh.meeting.monthclose;

import id.pkh.platform.jobs.Job;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.UUID;

/**
 * The closing of a month in an area: first its groups, then the duty of the facilitators concerned.
 * A job works on it as long as it is not done. A closing that is done starts again when groups were
 * formed meanwhile.
 */
@Entity
@Table(name = "month_closing")
class ClosingEntity extends PanacheEntityBase {

    @Id UUID id;
    LocalDate month;
    String areaCode;
    int groupsTotal;
    int groupsClosed;
    int meetingsHeld;
    int meetingsNotHeld;
    int p2k2Held;
    int facilitatorsReviewed;
    Instant startedAt;
    String startedBy;

    @Enumerated(EnumType.STRING)
    ClosingReason reason;

    Instant finishedAt;

    YearMonth yearMonth() {
        return YearMonth.from(month);
    }

    boolean isDone() {
        return finishedAt != null;
    }

    /** As its job is named for people. */
    String subject() {
        return yearMonth() + " " + areaCode;
    }

    /** Starts again at the first group; groups that are closed already are skipped. */
    void startOver(int due) {
        finishedAt = null;
        groupsTotal = groupsClosed + due;
    }

    void closed(CloseGroups.Closed groups) {
        groupsClosed += groups.held() + groups.notHeld();
        meetingsHeld += groups.held();
        meetingsNotHeld += groups.notHeld();
        p2k2Held += groups.p2k2Held();
    }

    void reviewed(int facilitators) {
        facilitatorsReviewed += facilitators;
    }

    void finish(Instant now) {
        finishedAt = now;
    }

    /**
     * The closing as callers see it.
     *
     * @param job that works on it; empty when it is done
     * @param outcome of the request; null when it only looked
     */
    ClosingView view(Optional<Job> job, String outcome) {
        return new ClosingView(
                id,
                yearMonth(),
                areaCode,
                isDone() ? "DONE" : job.map(ClosingEntity::openStatus).orElse("RUNNING"),
                outcome,
                groupsTotal,
                groupsClosed,
                meetingsHeld,
                meetingsNotHeld,
                p2k2Held,
                facilitatorsReviewed,
                startedBy,
                reason.name(),
                startedAt,
                finishedAt,
                job.map(Job::lastFailure).orElse(null));
    }

    private static String openStatus(Job job) {
        return switch (job.status()) {
            case FAILED -> "INTERRUPTED";
            case STOPPED -> "STOPPED";
            default -> "RUNNING";
        };
    }
}
