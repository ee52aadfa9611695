package id.pkh.registry.facilitator;

import id.pkh.platform.persistence.Database;
import id.pkh.platform.persistence.SqlArrays;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The lists of open cases as they were kept. Nothing in them is rewritten. */
@ApplicationScoped
class HandoverCaseRows {

    private static final String SEPARATOR = " ";

    private final Database database;

    HandoverCaseRows(Database database) {
        this.database = database;
    }

    /** The list of one service. */
    record Kept(Instant keptAt, List<OpenCase> cases) {}

    private record ListRow(CaseOwner service, Instant keptAt) {}

    private record CaseRow(
            CaseOwner service,
            String kind,
            String subjectIds,
            UUID kpmId,
            LocalDate since,
            LocalDate dueOn,
            String inHandsOf,
            String villageCode,
            String href) {

        OpenCase openCase() {
            return new OpenCase(
                    kind,
                    List.of(subjectIds.split(SEPARATOR)),
                    kpmId,
                    since,
                    dueOn,
                    List.of(inHandsOf.split(SEPARATOR)),
                    villageCode,
                    null,
                    href);
        }
    }

    /** By service; one that did not answer is missing. */
    @Transactional
    Map<CaseOwner, Kept> of(UUID handoverId) {
        List<CaseRow> cases =
                database.query(
                        "SELECT service, kind, subject_ids, kpm_id, since, due_on, in_hands_of, village_code, href"
                                + " FROM handover_case WHERE reassignment_id = :id",
                        q -> q.bind("id", handoverId).map(database.rowsAs(CaseRow.class)).list());
        Map<CaseOwner, Kept> kept = new EnumMap<>(CaseOwner.class);
        database.query(
                        "SELECT service, kept_at FROM handover_case_list WHERE reassignment_id = :id",
                        q -> q.bind("id", handoverId).map(database.rowsAs(ListRow.class)).list())
                .forEach(
                        list ->
                                kept.put(
                                        list.service(),
                                        new Kept(
                                                list.keptAt(),
                                                cases.stream()
                                                        .filter(
                                                                row ->
                                                                        row.service()
                                                                                == list.service())
                                                        .map(CaseRow::openCase)
                                                        .toList())));
        return kept;
    }

    /** The first list of a service stays. */
    @Transactional
    void keep(UUID handoverId, CaseOwner owner, List<OpenCase> cases, String by, Instant now) {
        int isFirst =
                database.update(
                        "INSERT INTO handover_case_list (reassignment_id, service, cases, kept_at, kept_by)"
                                + " VALUES (:id, :service, :cases, :now, :by) ON CONFLICT DO NOTHING",
                        u ->
                                u.bind("id", handoverId)
                                        .bind("service", owner.name())
                                        .bind("cases", cases.size())
                                        .bind("now", now)
                                        .bind("by", by));
        if (isFirst == 0) {
            return;
        }
        database.update(
                "INSERT INTO handover_case (reassignment_id, service, kind, subject_ids, kpm_id, since, due_on,"
                        + " in_hands_of, village_code, href) SELECT :id, :service, * FROM unnest(:kinds, :subjects,"
                        + " :families, :since, :due, :hands, :villages, :hrefs)",
                u ->
                        u.bind("id", handoverId)
                                .bind("service", owner.name())
                                .bind("kinds", SqlArrays.texts(cases, OpenCase::kind))
                                .bind(
                                        "subjects",
                                        SqlArrays.texts(
                                                cases,
                                                each -> String.join(SEPARATOR, each.subjectIds())))
                                .bind("families", SqlArrays.uuids(cases, OpenCase::kpmId))
                                .bind("since", SqlArrays.days(cases, OpenCase::since))
                                .bind("due", SqlArrays.days(cases, OpenCase::dueOn))
                                .bind(
                                        "hands",
                                        SqlArrays.texts(
                                                cases,
                                                each -> String.join(SEPARATOR, each.inHandsOf())))
                                .bind("villages", SqlArrays.texts(cases, OpenCase::villageCode))
                                .bind("hrefs", SqlArrays.texts(cases, OpenCase::href)));
    }
}
