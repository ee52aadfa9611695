package id.pkh.verification.decision.persistence;

import static id.pkh.platform.persistence.SqlArrays.uuids;

import id.pkh.platform.persistence.Conditions;
import id.pkh.platform.persistence.Database;
import id.pkh.platform.security.AreaScope;
import id.pkh.verification.VisibleAreas;
import id.pkh.verification.decision.DecisionDraft;
import id.pkh.verification.decision.Drafts;
import id.pkh.verification.decision.domain.DraftStatus;
import id.pkh.verification.decision.domain.Measure;
import id.pkh.verification.decision.domain.MoneyEffect;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class JdbcDrafts implements Drafts {

    private static final String ADD =
            "INSERT INTO decision_draft (draft_id, measure, effect, reason_code, note, hash, status, prepared_by, prepared_at)"
                    + " VALUES (:draft, :measure, :effect, :reason, :note, :hash, 'OPEN', :by, :at)";

    private static final String ADD_ITEM =
            "INSERT INTO decision_draft_item (draft_id, item_no, step_id, proposal_id, kpm_id)"
                    + " VALUES (:draft, :no, :step, :proposal, :kpm)";

    private static final String SETTLE =
            "UPDATE decision_draft_item SET outcome = :outcome, refusal_code = :refusal, exclusion_reason = :exclusion,"
                    + " decision_id = :decision WHERE draft_id = :draft AND item_no = :no";

    private static final String OPEN_WITH =
            "SELECT coalesce(step_id, proposal_id) AS subject_id, draft_id FROM decision_draft_item"
                    + " WHERE outcome IS NULL AND (step_id = ANY (:subjects) OR proposal_id = ANY (:subjects))";

    /** All families of the draft live inside. */
    private static final String IS_WITHIN =
            "EXISTS (SELECT FROM decision_draft_item i WHERE i.draft_id = d.draft_id)"
                    + " AND NOT EXISTS (SELECT FROM decision_draft_item i LEFT JOIN kpm k USING (kpm_id)"
                    + " WHERE i.draft_id = d.draft_id AND (%s) IS NOT TRUE)";

    private record DraftRow(
            UUID draftId,
            Measure measure,
            MoneyEffect effect,
            String reasonCode,
            String note,
            String hash,
            DraftStatus status,
            String preparedBy,
            Instant preparedAt,
            String closedBy,
            Instant closedAt) {

        DecisionDraft with(List<DecisionDraft.Item> items) {
            return new DecisionDraft(
                    draftId,
                    measure,
                    effect,
                    reasonCode,
                    note,
                    hash,
                    status,
                    preparedBy,
                    preparedAt,
                    closedBy,
                    closedAt,
                    items);
        }
    }

    private final Database database;

    JdbcDrafts(Database database) {
        this.database = database;
    }

    @Override
    public Optional<DecisionDraft> find(UUID draftId) {
        return find(draftId, AreaScope.everywhere());
    }

    @Override
    public Optional<DecisionDraft> find(UUID draftId, AreaScope scope) {
        return read(within(scope).and("d.draft_id = ?", draftId), 1).stream()
                .findFirst()
                .map(draft -> draft.with(itemsOf(draftId)));
    }

    @Override
    public List<DecisionDraft> list(DraftStatus status, AreaScope scope, UUID after, int limit) {
        Conditions conditions =
                within(scope)
                        .andIfGiven("d.status = ?", status)
                        .andIfGiven("d.draft_id > ?", after);
        return read(conditions, limit).stream().map(draft -> draft.with(List.of())).toList();
    }

    @Override
    public Map<UUID, Integer> counts(Collection<UUID> draftIds) {
        return database.query(
                "SELECT draft_id, count(*) AS items FROM decision_draft_item WHERE draft_id = ANY (:drafts)"
                        + " GROUP BY draft_id",
                q ->
                        q.bind("drafts", uuids(draftIds))
                                .map(
                                        (row, context) ->
                                                Map.entry(
                                                        row.getObject("draft_id", UUID.class),
                                                        row.getInt("items")))
                                .collectToMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Override
    public Map<UUID, UUID> openWith(Collection<UUID> subjectIds) {
        return database.query(
                OPEN_WITH,
                q ->
                        q.bind("subjects", uuids(subjectIds))
                                .map(
                                        (row, context) ->
                                                Map.entry(
                                                        row.getObject("subject_id", UUID.class),
                                                        row.getObject("draft_id", UUID.class)))
                                .collectToMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Override
    public void add(DecisionDraft draft) {
        database.update(
                ADD,
                u ->
                        u.bind("draft", draft.draftId())
                                .bind("measure", draft.measure())
                                .bind("effect", draft.effect())
                                .bind("reason", draft.reasonCode())
                                .bind("note", draft.note())
                                .bind("hash", draft.hash())
                                .bind("by", draft.preparedBy())
                                .bind("at", draft.preparedAt()));
        database.batch(
                ADD_ITEM,
                draft.items(),
                (row, item) ->
                        row.bind("draft", draft.draftId())
                                .bind("no", item.itemNo())
                                .bind("step", item.stepId())
                                .bind("proposal", item.proposalId())
                                .bind("kpm", item.kpmId()));
    }

    @Override
    public void close(UUID draftId, DraftStatus status, String by, Instant at) {
        database.update(
                "UPDATE decision_draft SET status = :status, closed_by = :by, closed_at = :at WHERE draft_id = :draft",
                u -> u.bind("status", status).bind("by", by).bind("at", at).bind("draft", draftId));
    }

    @Override
    public void settle(UUID draftId, List<DecisionDraft.Item> items) {
        database.batch(
                SETTLE,
                items,
                (row, item) ->
                        row.bind("outcome", item.outcome())
                                .bind("refusal", item.refusalCode())
                                .bind("exclusion", item.exclusionReason())
                                .bind("decision", item.decisionId())
                                .bind("draft", draftId)
                                .bind("no", item.itemNo()));
    }

    private static Conditions within(AreaScope scope) {
        Conditions conditions = new Conditions();
        if (!scope.isEverywhere()) {
            Conditions inArea = VisibleAreas.within("k.village_code", scope);
            conditions.and(
                    IS_WITHIN.formatted(inArea.sql().replaceAll(":w\\d+", "?")),
                    inArea.values().values().toArray());
        }
        return conditions;
    }

    private List<DraftRow> read(Conditions conditions, int limit) {
        return database.query(
                "SELECT d.* FROM decision_draft d WHERE "
                        + conditions.sql()
                        + " ORDER BY d.draft_id LIMIT :limit",
                q ->
                        q.bindMap(conditions.values())
                                .bind("limit", limit)
                                .map(database.rowsAs(DraftRow.class))
                                .list());
    }

    private List<DecisionDraft.Item> itemsOf(UUID draftId) {
        return database.query(
                "SELECT * FROM decision_draft_item WHERE draft_id = :draft ORDER BY item_no",
                q ->
                        q.bind("draft", draftId)
                                .map(database.rowsAs(DecisionDraft.Item.class))
                                .list());
    }
}
