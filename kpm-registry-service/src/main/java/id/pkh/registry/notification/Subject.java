package id.pkh.registry.notification;

import id.pkh.registry.notification.domain.Receiver;
import id.pkh.registry.notification.domain.ReceiverRole;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What receivers are to be notified of.
 *
 * @param eventId the event; each receiver is notified of it once
 * @param sequence place of the event among those of its subject
 * @param event name of the event in the table of rules
 * @param subjectId the step, decision, lapse, payment or change that it is about
 * @param kpmId the family; null when it is about none
 * @param villageCode the village; null for a family, whose present village counts
 * @param facilitatorId the facilitator whose villages count; null when it is about none
 * @param named those whom the event names
 * @param notified the roles that the event names
 * @param on day on which the event was recorded
 * @param dueBy latest day for the notification; null when the rule alone says so
 * @param takesBack whether the event says that an earlier one about the subject no longer holds
 * @param toChangeId the change whose number is notified; null for the current number
 */
public record Subject(
        UUID eventId,
        long sequence,
        String event,
        UUID subjectId,
        UUID kpmId,
        String villageCode,
        UUID facilitatorId,
        List<Receiver> named,
        Set<ReceiverRole> notified,
        LocalDate on,
        LocalDate dueBy,
        Map<String, String> variables,
        boolean takesBack,
        UUID toChangeId) {

    /** About a family. */
    public static Subject ofFamily(
            UUID eventId, long sequence, String event, UUID subjectId, UUID kpmId, LocalDate on) {
        return new Subject(
                eventId, sequence, event, subjectId, kpmId, null, null, List.of(), Set.of(), on,
                null, Map.of(), false, null);
    }

    /** About a facilitator. */
    public static Subject ofFacilitator(
            UUID eventId,
            long sequence,
            String event,
            UUID subjectId,
            UUID facilitatorId,
            LocalDate on) {
        return new Subject(
                eventId,
                sequence,
                event,
                subjectId,
                null,
                null,
                facilitatorId,
                List.of(facilitator(facilitatorId)),
                Set.of(),
                on,
                null,
                Map.of(),
                false,
                null);
    }

    /** A village gets another facilitator; its groups are notified before the day. */
    public static Subject ofHandOver(
            UUID handOver, String village, List<UUID> facilitators, LocalDate on, LocalDate from) {
        return ofVillage(handOver, "FacilitatorReassigned", handOver, village, on)
                .naming(facilitators.stream().map(Subject::facilitator).toList())
                .dueBy(from.minusDays(1))
                .withVariables(Map.of("day", from.toString()));
    }

    /** Another facilitator was announced, and does not come. */
    public static Subject ofHandOverCancelled(
            UUID eventId,
            UUID handOver,
            String village,
            List<UUID> facilitators,
            LocalDate on,
            LocalDate from) {
        return ofVillage(eventId, "HandoverCancelled", handOver, village, on)
                .naming(facilitators.stream().map(Subject::facilitator).toList())
                .after(2)
                .withVariables(Map.of("day", from.toString()))
                .takingBack();
    }

    /** About a village. */
    public static Subject ofVillage(
            UUID eventId, String event, UUID subjectId, String village, LocalDate on) {
        return new Subject(
                eventId, 1, event, subjectId, null, village, null, List.of(), Set.of(), on, null,
                Map.of(), false, null);
    }

    /** About a group: its chair, and the families that it has now. */
    public static Subject ofGroup(
            UUID eventId,
            long sequence,
            String event,
            UUID subjectId,
            String groupCode,
            String village,
            List<UUID> families,
            LocalDate on) {
        List<Receiver> receivers = new ArrayList<>();
        receivers.add(new Receiver(ReceiverRole.GROUP_CHAIR, groupCode));
        families.forEach(
                family -> receivers.add(new Receiver(ReceiverRole.FAMILY, family.toString())));
        return ofVillage(eventId, event, subjectId, village, on).after(sequence).naming(receivers);
    }

    /** Somebody's number changes, and the number of before is notified. */
    public static Subject ofNumber(
            UUID change,
            String event,
            Receiver holder,
            UUID kpmId,
            String area,
            LocalDate on,
            UUID formerChange) {
        return new Subject(
                change,
                1,
                event,
                change,
                kpmId,
                area,
                null,
                List.of(holder),
                Set.of(),
                on,
                null,
                Map.of("day", on.toString()),
                false,
                formerChange);
    }

    public Subject withVariables(Map<String, String> values) {
        return copy(sequence, named, notified, dueBy, Map.copyOf(values), takesBack);
    }

    public Subject notifying(Set<ReceiverRole> roles) {
        return copy(sequence, named, Set.copyOf(roles), dueBy, variables, takesBack);
    }

    /** The place of the event among those of its subject. */
    public Subject after(long place) {
        return copy(place, named, notified, dueBy, variables, takesBack);
    }

    public Subject takingBack() {
        return copy(sequence, named, notified, dueBy, variables, true);
    }

    private Subject naming(List<Receiver> receivers) {
        return copy(sequence, receivers, notified, dueBy, variables, takesBack);
    }

    private Subject dueBy(LocalDate day) {
        return copy(sequence, named, notified, day, variables, takesBack);
    }

    private Subject copy(
            long place,
            List<Receiver> receivers,
            Set<ReceiverRole> roles,
            LocalDate due,
            Map<String, String> values,
            boolean isTakingBack) {
        return new Subject(
                eventId,
                place,
                event,
                subjectId,
                kpmId,
                villageCode,
                facilitatorId,
                receivers,
                roles,
                on,
                due,
                values,
                isTakingBack,
                toChangeId);
    }

    private static Receiver facilitator(UUID id) {
        return new Receiver(ReceiverRole.FACILITATOR, id.toString());
    }
}
