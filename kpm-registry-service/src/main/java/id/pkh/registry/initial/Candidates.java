package id.pkh.registry.initial;

import static java.util.stream.Collectors.groupingBy;

import id.pkh.platform.persistence.Conditions;
import id.pkh.platform.persistence.Database;
import id.pkh.platform.persistence.SqlArrays;
import id.pkh.registry.dataupdate.domain.EvidenceKind;
import id.pkh.registry.dataupdate.domain.UpdateState;
import id.pkh.registry.family.domain.KpmStatus;
import id.pkh.registry.initial.InitialRequests.DeliveryEntry;
import id.pkh.registry.initial.domain.Comparison;
import id.pkh.registry.initial.domain.InitialCodes.DeliveredTo;
import id.pkh.registry.initial.domain.InitialCodes.Mark;
import id.pkh.registry.initial.domain.InitialCodes.Verdict;
import id.pkh.registry.initial.domain.Item;
import id.pkh.registry.initial.domain.ItemState;
import id.pkh.registry.initial.domain.NextStep;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** The rows of families on lists: their letters, their marks, and what was compared. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class Candidates {

    private static final String SELECT =
            """
            SELECT i.kpm_id, i.meeting_id, k.village_code, m.batch, m.meets_on, k.status, d.delivered_on, d.delivered_to,
                   a.mark
              FROM initial_invitation i JOIN initial_meeting m ON m.meeting_id = i.meeting_id
              JOIN kpm k ON k.id = i.kpm_id
              LEFT JOIN initial_delivery d ON d.meeting_id = i.meeting_id AND d.kpm_id = i.kpm_id
              LEFT JOIN LATERAL (SELECT l.mark FROM initial_mark l WHERE l.meeting_id = i.meeting_id AND l.kpm_id = i.kpm_id
                                  ORDER BY l.record_no DESC LIMIT 1) a ON true
             WHERE NOT i.withdrawn AND\s""";

    private static final String COMPARED =
            """
            SELECT DISTINCT ON (c.kpm_id, c.item) c.kpm_id, c.item, c.verdict, c.evidence, c.visit_id, c.update_id,
                   u.state AS update_state, c.recorded_by, c.recorded_at
              FROM initial_comparison c LEFT JOIN family_update u ON u.update_id = c.update_id
             WHERE c.kpm_id = ANY (:families) ORDER BY c.kpm_id, c.item, c.comparison_id DESC
            """;

    private static final String INSERT_COMPARISON =
            """
            INSERT INTO initial_comparison (comparison_id, kpm_id, meeting_id, visit_id, item, verdict, evidence, update_id,
                   recorded_by, recorded_at)
            VALUES (:id, :kpm, :meeting, :visit, :item, :verdict, :evidence, :update, :by, :now)
            """;

    private final Database database;

    Candidates(Database database) {
        this.database = database;
    }

    record CandidateRow(
            UUID kpmId,
            UUID meetingId,
            String villageCode,
            String batch,
            LocalDate meetsOn,
            KpmStatus status,
            LocalDate deliveredOn,
            DeliveredTo deliveredTo,
            Mark mark) {

        NextStep next(List<ComparedRow> compared) {
            List<Item> seen = compared.stream().map(ComparedRow::item).toList();
            return NextStep.of(
                    status,
                    mark,
                    Stream.concat(
                                    compared.stream().map(ComparedRow::state),
                                    Stream.of(Item.values())
                                            .filter(item -> !seen.contains(item))
                                            .map(item -> ItemState.OPEN))
                            .toList());
        }
    }

    record ComparedRow(
            UUID kpmId,
            Item item,
            Verdict verdict,
            EvidenceKind evidence,
            UUID visitId,
            UUID updateId,
            UpdateState updateState,
            String recordedBy,
            Instant recordedAt) {

        ItemState state() {
            return ItemState.of(verdict, updateState);
        }

        boolean isSame(Comparison comparison, UUID visit) {
            return verdict == comparison.verdict()
                    && evidence == comparison.evidence()
                    && Objects.equals(visitId, visit);
        }
    }

    /**
     * A comparison as it is written.
     *
     * @param visitId null at the meeting
     * @param updateId null unless it differs
     */
    record NewComparison(
            UUID id,
            UUID kpmId,
            UUID meetingId,
            UUID visitId,
            Comparison compared,
            UUID updateId,
            String by,
            Instant now) {}

    List<CandidateRow> list(Conditions which, int limit) {
        return database.queryWithFreshPlan(
                SELECT + which.sql() + " ORDER BY i.kpm_id LIMIT :limit",
                q ->
                        q.bindMap(which.values())
                                .bind("limit", limit)
                                .map(database.rowsAs(CandidateRow.class))
                                .list());
    }

    List<CandidateRow> of(UUID meeting) {
        return list(
                new Conditions().and("i.meeting_id = ?", meeting), InitialRequests.MAX_CANDIDATES);
    }

    Optional<CandidateRow> find(UUID family) {
        return list(new Conditions().and("i.kpm_id = ?", family), 1).stream().findFirst();
    }

    /** The latest comparison of each item, by family. */
    Map<UUID, List<ComparedRow>> compared(Collection<UUID> families) {
        return database
                .query(
                        COMPARED,
                        q ->
                                q.bind("families", SqlArrays.uuids(families))
                                        .map(database.rowsAs(ComparedRow.class))
                                        .list())
                .stream()
                .collect(groupingBy(ComparedRow::kpmId));
    }

    List<ComparedRow> compared(UUID family) {
        return compared(List.of(family)).getOrDefault(family, List.of());
    }

    /** Families that were compared at the meeting itself. */
    List<UUID> comparedAt(UUID meeting) {
        return database.query(
                "SELECT DISTINCT kpm_id FROM initial_comparison"
                        + " WHERE meeting_id = :id AND visit_id IS NULL",
                q -> q.bind("id", meeting).mapTo(UUID.class).list());
    }

    boolean isNamedBy(UUID update) {
        return database.query(
                "SELECT EXISTS (SELECT FROM initial_comparison WHERE update_id = :id)",
                q -> q.bind("id", update).mapTo(Boolean.class).one());
    }

    void deliver(UUID meeting, DeliveryEntry delivery, String by, Instant now) {
        database.update(
                "INSERT INTO initial_delivery (meeting_id, kpm_id, delivered_on, delivered_to,"
                        + " recorded_by, recorded_at) VALUES (:id, :kpm, :on, :to, :by, :now)",
                u ->
                        u.bind("id", meeting)
                                .bind("kpm", delivery.kpmId())
                                .bind("on", delivery.deliveredOn())
                                .bind("to", delivery.deliveredTo())
                                .bind("by", by)
                                .bind("now", now));
    }

    void insert(List<NewComparison> comparisons) {
        database.batch(
                INSERT_COMPARISON,
                comparisons,
                (row, comparison) ->
                        row.bind("id", comparison.id())
                                .bind("kpm", comparison.kpmId())
                                .bind("meeting", comparison.meetingId())
                                .bind("visit", comparison.visitId())
                                .bind("item", comparison.compared().item())
                                .bind("verdict", comparison.compared().verdict())
                                .bind("evidence", comparison.compared().evidence())
                                .bind("update", comparison.updateId())
                                .bind("by", comparison.by())
                                .bind("now", comparison.now()));
    }
}
