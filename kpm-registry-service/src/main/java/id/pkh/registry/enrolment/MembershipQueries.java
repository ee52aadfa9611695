package id.pkh.registry.enrolment;

import id.pkh.platform.persistence.Database;
import id.pkh.platform.web.Refused;
import id.pkh.registry.area.CallerAreas;
import id.pkh.registry.enrolment.MembershipView.DecisionView;
import id.pkh.registry.enrolment.MembershipView.FormerMemberView;
import id.pkh.registry.enrolment.MembershipView.ReinstatementView;
import id.pkh.registry.enrolment.MembershipView.StatusChangeView;
import id.pkh.registry.family.Families;
import id.pkh.registry.family.domain.Family;
import id.pkh.registry.family.domain.Membership;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Shows why a family has its status. */
@ApplicationScoped
class MembershipQueries {

    private static final String HISTORY =
            "SELECT old_status, new_status, reason, decision_id, effective_on, decided_by, recorded_at"
                    + " FROM kpm_status_history WHERE kpm_id = :kpm ORDER BY kpm_version";

    private final Families families;
    private final MembershipRecords records;
    private final CallerAreas areas;
    private final Database database;

    MembershipQueries(
            Families families, MembershipRecords records, CallerAreas areas, Database database) {
        this.families = families;
        this.records = records;
        this.areas = areas;
        this.database = database;
    }

    @Transactional
    MembershipView of(UUID id) {
        Family family = families.find(id).orElseThrow(() -> Refused.because("NOT_FOUND"));
        areas.require(family.details().villageCode());
        Membership membership = records.of(family);
        Set<UUID> stayed = records.stayedOf(id);
        return new MembershipView(
                id,
                family.status(),
                family.baseStatus(),
                DecisionEntity.ofFamily(id).stream()
                        .map(row -> view(row, stayed.contains(row.decisionId), membership))
                        .toList(),
                ReinstatementEntity.ofFamily(id).stream().map(MembershipQueries::view).toList(),
                family.formerMembers().stream()
                        .map(former -> new FormerMemberView(former.member().id(), former.since()))
                        .toList(),
                mergedInto(id),
                historyOf(id));
    }

    private UUID mergedInto(UUID id) {
        return database.query(
                        "SELECT survivor_kpm FROM family_merge WHERE ended_kpm = :id"
                                + " AND state = 'MERGED'",
                        q -> q.bind("id", id).mapTo(UUID.class).findFirst())
                .orElse(null);
    }

    private List<StatusChangeView> historyOf(UUID id) {
        return database.query(
                HISTORY,
                q -> q.bind("kpm", id).map(database.rowsAs(StatusChangeView.class)).list());
    }

    private static DecisionView view(DecisionEntity row, boolean isStayed, Membership membership) {
        return new DecisionView(
                row.decisionId,
                row.measure,
                membership.isInEffect(row.asFact(isStayed)),
                isStayed,
                row.source.equals(DecisionEntity.BY_OFFICER),
                row.takenOn,
                row.preparedBy,
                row.decidedBy,
                row.inEffectFrom,
                row.liftedOn,
                row.liftReason,
                row.liftedBy);
    }

    private static ReinstatementView view(ReinstatementEntity row) {
        return new ReinstatementView(
                row.decisionId, row.effectiveFrom, row.reason, row.preparedBy, row.decidedBy);
    }
}
