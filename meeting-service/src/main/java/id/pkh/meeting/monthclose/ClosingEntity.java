package id.pkh.meeting.monthclose;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.UUID;

/**
 * The closing of a month in an area: first its groups, then the duty of the facilitators concerned.
 * The checkpoint ({@code lastGroupId}, {@code lastFacilitatorId}) moves with each chunk. A closing
 * that is done starts again if groups were formed since.
 */
@Entity
@Table(name = "month_closing")
class ClosingEntity extends PanacheEntityBase {

    /** The phases of a closing. */
    enum Phase {
        GROUPS,
        DUTY,
        DONE
    }

    @Id UUID id;

    LocalDate month;

    @Column(name = "area_code")
    String areaCode;

    @Enumerated(EnumType.STRING)
    Phase phase;

    @Column(name = "last_group_id")
    UUID lastGroupId;

    @Column(name = "last_facilitator_id")
    UUID lastFacilitatorId;

    @Column(name = "groups_total")
    int groupsTotal;

    @Column(name = "groups_closed")
    int groupsClosed;

    @Column(name = "meetings_held")
    int meetingsHeld;

    @Column(name = "meetings_not_held")
    int meetingsNotHeld;

    @Column(name = "p2k2_held")
    int p2k2Held;

    @Column(name = "facilitators_reviewed")
    int facilitatorsReviewed;

    @Column(name = "started_at")
    Instant startedAt;

    @Column(name = "started_by")
    String startedBy;

    @Column(name = "finished_at")
    Instant finishedAt;

    /** The failure of the last attempt; null when there was none. */
    String interruption;

    YearMonth yearMonth() {
        return YearMonth.from(month);
    }

    boolean isDone() {
        return phase == Phase.DONE;
    }

    /** Starts again at the first group; groups that are closed already are skipped. */
    void startOver(int due) {
        phase = Phase.GROUPS;
        lastGroupId = null;
        lastFacilitatorId = null;
        finishedAt = null;
        interruption = null;
        groupsTotal = groupsClosed + due;
    }

    void resume() {
        interruption = null;
    }

    void closed(UUID last, CloseGroups.Closed groups) {
        lastGroupId = last;
        groupsClosed += groups.held() + groups.notHeld();
        meetingsHeld += groups.held();
        meetingsNotHeld += groups.notHeld();
        p2k2Held += groups.p2k2Held();
    }

    void enterDuty() {
        phase = Phase.DUTY;
    }

    void reviewed(UUID last, int facilitators) {
        lastFacilitatorId = last;
        facilitatorsReviewed += facilitators;
    }

    void finish(Instant now) {
        phase = Phase.DONE;
        finishedAt = now;
    }

    /**
     * The closing as callers see it.
     *
     * @param outcome of the request; null for a request that only reads
     */
    ClosingView view(String outcome) {
        String open = interruption == null ? "RUNNING" : "INTERRUPTED";
        return new ClosingView(
                id,
                yearMonth(),
                areaCode,
                isDone() ? "DONE" : open,
                outcome,
                groupsTotal,
                groupsClosed,
                meetingsHeld,
                meetingsNotHeld,
                p2k2Held,
                facilitatorsReviewed,
                startedAt,
                finishedAt,
                interruption);
    }
}
