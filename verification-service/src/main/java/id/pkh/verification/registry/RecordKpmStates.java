package id.pkh.verification.registry;

import id.pkh.contracts.registry.FamilyMember;
import id.pkh.contracts.registry.KpmState;
import id.pkh.platform.messaging.envelope.ReceivedEvent;
import id.pkh.platform.messaging.failure.PermanentFailure;
import id.pkh.platform.messaging.trace.Causation;
import id.pkh.verification.exemption.ExemptMembers;
import id.pkh.verification.kpm.KpmRow;
import id.pkh.verification.kpm.Kpms;
import id.pkh.verification.quarter.ReassessQuarters;
import id.pkh.verification.sanction.RecomputeSanctions;
import id.pkh.verification.sanction.SanctionHistories;
import id.pkh.verification.sanction.WithdrawalReason;
import id.pkh.verification.signal.ReassessmentRequest;
import id.pkh.verification.signal.domain.Cause;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.YearMonth;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Records the states of families that the registry publishes: the newest state of each is kept, and
 * closed quarters are re-evaluated.
 */
@ApplicationScoped
public class RecordKpmStates {

    private final Kpms kpms;
    private final SanctionHistories histories;
    private final ExemptMembers exemptMembers;
    private final ReassessQuarters reassess;
    private final RecomputeSanctions recompute;

    RecordKpmStates(
            Kpms kpms,
            SanctionHistories histories,
            ExemptMembers exemptMembers,
            ReassessQuarters reassess,
            RecomputeSanctions recompute) {
        this.recompute = recompute;
        this.kpms = kpms;
        this.histories = histories;
        this.exemptMembers = exemptMembers;
        this.reassess = reassess;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public void handle(List<ReceivedEvent<KpmState>> events) {
        Map<UUID, ReceivedEvent<KpmState>> newest = newestOfEach(events);
        Map<UUID, KpmRow> rows = new LinkedHashMap<>();
        newest.forEach((kpmId, event) -> rows.put(kpmId, row(event)));
        Map<UUID, KpmRow> before = kpms.find(rows.keySet());

        // a family that is known may be in the middle of an assessment; a new one cannot be
        Predicate<KpmRow> isChange =
                row -> before.containsKey(row.kpmId()) && row.differsFor(before.get(row.kpmId()));
        histories.lock(rows.values().stream().filter(isChange).map(KpmRow::kpmId).toList());

        Set<UUID> taken = kpms.upsert(rows.values());
        List<KpmRow> different =
                rows.values().stream()
                        .filter(row -> taken.contains(row.kpmId()))
                        .filter(row -> !before.containsKey(row.kpmId()) || isChange.test(row))
                        .toList();
        kpms.replaceMembers(different);
        reassessChanged(different, before.keySet(), newest);
    }

    private void reassessChanged(
            Collection<KpmRow> different,
            Set<UUID> known,
            Map<UUID, ReceivedEvent<KpmState>> events) {
        Set<UUID> ids = different.stream().map(KpmRow::kpmId).collect(Collectors.toSet());
        Set<UUID> newlyExempt = exemptMembers.matchOpenOnes(ids);
        List<ReassessmentRequest> families =
                different.stream()
                        .map(
                                row ->
                                        new ReassessmentRequest(
                                                row.kpmId(),
                                                row.villageCode(),
                                                Causation.by(events.get(row.kpmId()).meta())))
                        .toList();
        recompute.handle(
                families.stream().filter(family -> newlyExempt.contains(family.kpmId())).toList(),
                Cause.OF_MEETINGS,
                WithdrawalReason.EXEMPTION);
        reassess.all(
                families.stream().filter(family -> known.contains(family.kpmId())).toList(),
                WithdrawalReason.CORRECTED_FACT);
    }

    private static Map<UUID, ReceivedEvent<KpmState>> newestOfEach(
            List<ReceivedEvent<KpmState>> events) {
        return events.stream()
                .collect(
                        Collectors.toMap(
                                event -> requireId(event.payload()),
                                event -> event,
                                (one, other) ->
                                        other.meta().sequence() > one.meta().sequence()
                                                ? other
                                                : one,
                                LinkedHashMap::new));
    }

    private static UUID requireId(KpmState state) {
        if (state.kpmId() == null || state.villageCode() == null || state.status() == null) {
            throw new PermanentFailure(
                    "PAYLOAD_INCOMPLETE", "a family's state without id, village or status");
        }
        return state.kpmId();
    }

    private static KpmRow row(ReceivedEvent<KpmState> event) {
        KpmState state = event.payload();
        List<FamilyMember> members = state.members() == null ? List.of() : state.members();
        return new KpmRow(
                state.kpmId(),
                state.status(),
                state.villageCode(),
                state.groupCode(),
                event.meta().sequence(),
                state.recordedAt() == null ? event.meta().time() : state.recordedAt(),
                members.stream()
                        .map(member -> member(state.kpmId(), member))
                        .collect(Collectors.toSet()));
    }

    private static KpmRow.MemberRow member(UUID kpmId, FamilyMember member) {
        if (member.memberId() == null
                || member.component() == null
                || member.componentSince() == null
                || member.nikToken() == null) {
            throw new PermanentFailure(
                    "PAYLOAD_INCOMPLETE",
                    "a member of a family's state without id, component, first day or token");
        }
        YearMonth birth = member.birthMonth();
        return new KpmRow.MemberRow(
                kpmId,
                member.memberId(),
                member.component(),
                member.componentSince(),
                member.componentUntil(),
                birth,
                member.schoolId(),
                member.nikToken(),
                member.nisnToken());
    }
}
