package id.pkh.district.story;

import id.pkh.client.PkhClient;
import id.pkh.client.registry.ComplaintsApi;
import id.pkh.client.registry.model.Channel;
import id.pkh.client.registry.model.Companion;
import id.pkh.client.registry.model.Complaint;
import id.pkh.client.registry.model.ComplaintClosure;
import id.pkh.client.registry.model.ComplaintFollowUp;
import id.pkh.client.registry.model.ComplaintLodging;
import id.pkh.client.registry.model.ComplaintStepEntry;
import id.pkh.client.registry.model.ComplaintTaking;
import id.pkh.client.registry.model.ComplaintType;
import id.pkh.client.registry.model.Outcome;
import id.pkh.client.registry.model.StepKind;
import java.time.LocalDate;
import java.util.UUID;
import java.util.stream.Collectors;

/** The complaint of a family whose card is lost; each act is that of the person who calls it. */
public final class LostCard {

    private static final String POLICE_LETTER = "LP 12";
    private static final String LAST_DIGITS = "4321";

    private final UUID complaintId;

    private LostCard(UUID complaintId) {
        this.complaintId = complaintId;
    }

    public static LostCard lodge(PkhClient person, UUID kpmId) {
        ComplaintLodging lost =
                new ComplaintLodging()
                        .kpmId(kpmId)
                        .type(ComplaintType.CARD_LOST)
                        .channel(Channel.TELEPHONE)
                        .text("Lost on the market");
        return new LostCard(
                person.call(
                                ComplaintsApi::new,
                                complaints -> complaints.lodgeComplaint(newKey(), lost))
                        .getComplaintId());
    }

    /** To work on it, also after a colleague. */
    public void take(PkhClient person) {
        int version = read(person).getVersion();
        person.call(
                ComplaintsApi::new,
                complaints ->
                        complaints.takeComplaint(
                                complaintId, new ComplaintTaking().version(version)));
    }

    public void reportToPolice(PkhClient person, LocalDate day) {
        step(person, entry(StepKind.POLICE_LETTER, day).reference(POLICE_LETTER));
    }

    public void reportToBank(PkhClient person, LocalDate day) {
        step(person, entry(StepKind.BANK_REPORTED, day));
    }

    public void replace(PkhClient person, LocalDate day) {
        step(person, entry(StepKind.CARD_REPLACED, day).cardLastDigits(LAST_DIGITS));
    }

    private static ComplaintStepEntry entry(StepKind kind, LocalDate day) {
        return new ComplaintStepEntry()
                .kind(kind)
                .takenOn(day)
                .accompaniedBy(Companion.FACILITATOR);
    }

    private void step(PkhClient person, ComplaintStepEntry step) {
        person.call(
                ComplaintsApi::new,
                complaints -> complaints.recordComplaintStep(complaintId, newKey(), step));
    }

    public void followUp(PkhClient person) {
        int version = read(person).getVersion();
        person.call(
                ComplaintsApi::new,
                complaints ->
                        complaints.followUpComplaint(
                                complaintId,
                                new ComplaintFollowUp()
                                        .version(version)
                                        .outcome(Outcome.DONE)
                                        .note("The family has the new card")));
    }

    /** By another person than the one who followed it up. */
    public void close(PkhClient person) {
        int version = read(person).getVersion();
        person.call(
                ComplaintsApi::new,
                complaints ->
                        complaints.closeComplaint(
                                complaintId, new ComplaintClosure().version(version)));
    }

    /** Its state and its steps, in their order. */
    public String told(PkhClient person) {
        Complaint now = read(person);
        return now.getState()
                + now.getSteps().stream()
                        .map(step -> " " + step.getKind())
                        .collect(Collectors.joining());
    }

    private Complaint read(PkhClient person) {
        return person.call(ComplaintsApi::new, complaints -> complaints.getComplaint(complaintId));
    }

    /** Each act of a person is a new one. */
    private static String newKey() {
        return UUID.randomUUID().toString();
    }
}
