package id.pkh.meeting.grouping;

import com.github.f4b6a3.uuid.UuidCreator;
import id.pkh.contracts.meeting.FamiliesPlaced;
import id.pkh.meeting.group.GroupEntity;
import id.pkh.meeting.grouping.PlaceableFamilies.Placeable;
import id.pkh.platform.messaging.outbox.Outbox;
import id.pkh.platform.persistence.Database;
import id.pkh.platform.persistence.SqlArrays;
import id.pkh.platform.web.BusinessDates;
import id.pkh.platform.web.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Records that families are in a group from a day on, and publishes it for the registry. */
@ApplicationScoped
class PlaceFamilies {

    private final Database database;
    private final Outbox outbox;
    private final Clock clock;

    PlaceFamilies(Database database, Outbox outbox, Clock clock) {
        this.database = database;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * Why families are placed, and by whom.
     *
     * @param proposalId the proposal that was settled; null otherwise
     * @param sourceGroupId the group that they leave; null when they had none
     * @param reason null for a settlement
     */
    record Grounds(Cause cause, UUID proposalId, UUID sourceGroupId, String reason, String by) {

        static Grounds settlement(UUID proposalId, String by) {
            return new Grounds(Cause.SETTLEMENT, proposalId, null, null, by);
        }
    }

    /** The id of the placement. The group and the families must be locked. */
    @Transactional(Transactional.TxType.MANDATORY)
    UUID handle(
            GroupEntity group, Collection<Placeable> families, LocalDate firstDay, Grounds why) {
        Instant now = clock.instant();
        UUID id = UuidCreator.getTimeOrderedEpoch();
        database.update(
                "INSERT INTO placement (id, group_id, cause, first_day, proposal_id, source_group_id, reason,"
                        + " recorded_at, recorded_by) VALUES (:id, :group, :cause, :day, :proposal, :source,"
                        + " :reason, :now, :by)",
                u ->
                        u.bind("id", id)
                                .bind("group", group.id())
                                .bind("cause", why.cause())
                                .bind("day", firstDay)
                                .bind("proposal", why.proposalId())
                                .bind("source", why.sourceGroupId())
                                .bind("reason", why.reason())
                                .bind("now", now)
                                .bind("by", why.by()));
        database.update(
                "INSERT INTO placement_family (placement_id, kpm_id, family_version)"
                        + " SELECT :id, kpm_id, version FROM unnest(:families, :versions) AS f (kpm_id, version)",
                u ->
                        u.bind("id", id)
                                .bind("families", SqlArrays.uuids(families, Placeable::kpmId))
                                .bind("versions", SqlArrays.numbers(families, Placeable::version)));
        outbox.append(
                new FamiliesPlaced(
                        id,
                        group.id(),
                        group.code(),
                        group.villageCode(),
                        families.stream().map(Placeable::kpmId).toList(),
                        why.cause().name(),
                        firstDay,
                        now),
                group.nextVersion());
        return id;
    }

    /**
     * Refuses a day on which nobody can be placed in the group. Closed months stay as they were
     * closed, for the groups that the families leave as well.
     */
    void refuseUnlessPossible(GroupEntity group, LocalDate firstDay, List<UUID> sources) {
        if (firstDay.isAfter(BusinessDates.today(clock))) {
            throw Refused.because("DATE_IN_FUTURE").with("date", firstDay);
        }
        if (firstDay.isBefore(group.formedOn())) {
            throw Refused.because("PLACEMENT_BEFORE_GROUP_FORMED")
                    .with("group_code", group.code())
                    .with("formed_on", group.formedOn());
        }
        List<UUID> concerned =
                Stream.concat(Stream.of(group.id()), sources.stream()).distinct().toList();
        YearMonth closed =
                database.query(
                        "SELECT max(month) AS month FROM group_month WHERE group_id = ANY (:groups)"
                                + " AND month >= :month",
                        q ->
                                q.bind("groups", SqlArrays.uuids(concerned))
                                        .bind("month", YearMonth.from(firstDay))
                                        .mapTo(YearMonth.class)
                                        .findOne()
                                        .orElse(null));
        if (closed != null) {
            throw Refused.because("PLACEMENT_IN_CLOSED_MONTH").with("month", closed);
        }
    }
}
