package id.pkh.registry.workbook;

import id.pkh.registry.complaint.ComplaintQueries.Lodged;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Everything that is on record for the workbook of one facilitator and month.
 *
 * @param groups names of the groups by code
 * @param sessions titles of the sessions of P2K2 by code, in their order
 * @param reasons codes of the reasons why a family did not withdraw
 * @param evidence members whose school or health service reports, with what stands for the month
 * @param complaints those of the month, in their order
 * @param work what waits for the facilitator, in words
 */
public record WorkbookFacts(
        Holder holder,
        YearMonth month,
        List<RosterFamily> families,
        Map<String, String> groups,
        Map<String, String> sessions,
        List<Meeting> meetings,
        List<String> reasons,
        List<Withdrawal> withdrawals,
        List<Visit> visits,
        List<RosterMember> members,
        List<MemberUpdate> updates,
        List<MemberEvidence> evidence,
        List<Lodged> complaints,
        List<String> work) {

    /**
     * The facilitator for whom a workbook is made.
     *
     * @param villages those of the month that lie in the areas of the caller
     */
    public record Holder(UUID id, String code, String name, List<String> villages) {}

    /** A family of the facilitator. */
    record RosterFamily(UUID kpmId, String villageCode, String groupCode, String caretaker) {}

    /** A living member of one of the families; the component is null for most. */
    record RosterMember(UUID memberId, UUID kpmId, String name, String component) {}

    /** A data update about a member that was submitted in the month, in the order of submission. */
    record MemberUpdate(UUID memberId, Map<String, String> values) {}

    /** A meeting on record, with the marks of its current list. */
    record Meeting(
            UUID meetingId,
            String groupCode,
            String kind,
            LocalDate heldOn,
            String sessionCode,
            Map<UUID, String> marks) {}

    /** A payment that was sent, and what is reported of it; no report is an empty outcome. */
    record Withdrawal(
            UUID paymentId,
            UUID kpmId,
            String cycle,
            long paymentIdr,
            int revision,
            Map<String, String> report) {}

    /**
     * What verification has about a member for the month.
     *
     * @param kind of the form: SCHOOL or HEALTH
     * @param schoolId on record; empty when it is not
     * @param values the cells of the form, and the service of the line; empty when nothing stands
     */
    record MemberEvidence(
            UUID memberId, UUID kpmId, String kind, String schoolId, Map<String, String> values) {}

    /** A home visit of the month. */
    record Visit(UUID kpmId, LocalDate visitedOn, Map<String, String> values) {}

    public WorkbookFacts {
        families = List.copyOf(families);
        meetings = List.copyOf(meetings);
        withdrawals = List.copyOf(withdrawals);
        visits = List.copyOf(visits);
        members = List.copyOf(members);
        updates = List.copyOf(updates);
        evidence = List.copyOf(evidence);
        complaints = List.copyOf(complaints);
        work = List.copyOf(work);
    }

    /** The groups of the families, in order. */
    List<String> groupCodes() {
        return families.stream()
                .map(RosterFamily::groupCode)
                .filter(code -> code != null)
                .distinct()
                .sorted()
                .toList();
    }

    String groupName(String code) {
        return code == null ? "" : groups.getOrDefault(code, code);
    }

    Map<UUID, RosterFamily> familiesById() {
        return families.stream()
                .collect(Collectors.toMap(RosterFamily::kpmId, Function.identity()));
    }
}
