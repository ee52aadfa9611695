package id.pkh.district.story;

import com.fasterxml.jackson.databind.JsonNode;
import id.pkh.district.recount.ExpectedFamily;
import id.pkh.district.recount.ExpectedMeetings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Reads all results at the end, compares them, shows some families, and adds up the figures. */
final class Ending {

    private static final String WARNING = "SUSPENSION_WARNING";
    private static final String PROPOSAL = "SUSPENSION_PROPOSED";

    private final StoryContext context;
    private final Identities identities;
    private final Narrator narrator;
    private final Stage stage;
    private final Cast cast;
    private final Map<String, JsonNode> commitments = new HashMap<>();
    private final Map<String, List<JsonNode>> payments = new HashMap<>();
    private StandingSteps standing;
    private ExpectedMeetings meetings;

    Ending(StoryContext context, Identities identities, Narrator narrator) {
        this.context = context;
        this.identities = identities;
        this.narrator = narrator;
        this.stage = context.stage();
        this.cast = context.cast();
    }

    void readBack() {
        standing = new StandingSteps(stage, cast);
        MeetingReadback meetingReadback = new MeetingReadback(context, identities);
        meetings = meetingReadback.read(null);
        stage.verification()
                .each(
                        "/commitments?period=" + context.manifest().quarter(),
                        cast.officer(),
                        item -> commitments.put(item.path("kpm_id").asText(), item));
        context.manifest()
                .act("OPEN_CYCLE")
                .ifPresent(
                        act ->
                                stage.disbursement()
                                        .each(
                                                "/cycles/" + act.cycle() + "/payments",
                                                cast.officer(),
                                                this::payment));
        compare(meetingReadback);
    }

    /** The list also contains families without a payment, with the reason. */
    private void payment(JsonNode payment) {
        if (payment.path("status").asText().equals("NOT_ELIGIBLE")) {
            return;
        }
        payments.computeIfAbsent(payment.path("kpm_id").asText(), key -> new ArrayList<>())
                .add(payment);
    }

    private void compare(MeetingReadback meetingReadback) {
        Comparison comparison = new Comparison(context, identities);
        meetingReadback.compare(meetings);
        comparison.steps("at the end", standing, ExpectedFamily::standing);
        comparison.commitments(commitments);
        comparison.payments(payments);
        comparison.statuses(new Identities(stage.registry(), cast));
        noSuspensionForTheFacilitator();
        for (String service : Stage.SERVICES) {
            context.findings().equal("events parked in " + service, 0L, stage.parked(service));
        }
    }

    /**
     * A meeting that the facilitator did not hold must never lead to a proposal against a family.
     */
    private void noSuspensionForTheFacilitator() {
        standing.all()
                .filter(step -> step.path("cause").asText().equals("MEETING_NOT_HELD"))
                .filter(step -> !StandingSteps.is(step, WARNING))
                .forEach(
                        step ->
                                context.findings()
                                        .add(
                                                step.path("kpm_id").asText()
                                                        + ": a meeting that was not held led to "
                                                        + step.path("step").asText()));
    }

    void tellFamilies() {
        narrator.chapter("A few of the families");
        tell("The officer dismissed the proposal.", ExpectedFamily::isDismissed);
        tell(
                "Suspended, then lifted: the corrected sheet shows that the caretaker was present.",
                ExpectedFamily::isLifted);
        tell("Suspended, payment held until it is lifted.", ExpectedFamily::suspended);
        tell(
                "Warned but protected: the facilitator held no meeting three months in a row.",
                f ->
                        f.standing().size() == 1
                                && f.standing().get(0).cause().equals("MEETING_NOT_HELD"));
        tell(
                "A commitment was not met, and nothing else happened.",
                f ->
                        f.standing().size() == 1
                                && f.standing().get(0).cause().equals("COMMITMENT_NOT_MET"));
    }

    private void notice(JsonNode step) {
        String path = "/sanction-steps/" + step.path("step_id").asText() + "/notice";
        narrator.notice(stage.verification().read(path, cast.officer()));
    }

    private void tell(String why, Predicate<ExpectedFamily> which) {
        context.expected().families().values().stream()
                .filter(which)
                .map(family -> identities.kpmOf(family.caretaker()))
                .filter(java.util.Objects::nonNull)
                .findFirst()
                .ifPresent(
                        kpm -> {
                            List<JsonNode> steps = standing.of(kpm);
                            narrator.family(why, kpm, steps);
                            if (steps.size() == 1) {
                                notice(steps.get(0));
                            }
                            payments.getOrDefault(kpm, List.of())
                                    .forEach(
                                            payment ->
                                                    narrator.say(
                                                            "    payment of Rp%,d: %s",
                                                            payment.path("amount_idr").asLong(),
                                                            Narrator.words(
                                                                    payment.path("status")
                                                                            .asText())));
                        });
    }

    Map<String, Object> summary(
            long suspensionsProposed, Sending sending, Map<String, Object> banks) {
        Map<String, Object> summary = new LinkedHashMap<>();
        summary.put("families", identities.families());
        summary.put("groups", groups());
        summary.put("meetings_held", meetings.held().size());
        summary.put("meetings_not_held", meetings.notHeld().size());
        summary.put("p2k2_held", meetings.sessions().size());
        summary.put("absences", meetings.absences().size());
        summary.put("commitments_met", members("MET"));
        summary.put("commitments_not_met", members("NOT_MET"));
        summary.put("commitments_not_verified", members("NOT_VERIFIED"));
        summary.put("reminders", standing.count(s -> StandingSteps.is(s, "REMINDER")));
        summary.put("warnings_by_cause", warningsByCause());
        summary.put(
                "protected_warnings",
                standing.count(
                        s -> StandingSteps.is(s, WARNING) && s.path("is_protected").asBoolean()));
        summary.put("suspensions_proposed", suspensionsProposed);
        summary.put(
                "suspensions_proposed_standing",
                standing.count(s -> StandingSteps.is(s, PROPOSAL)));
        summary.put("facilitator_escalations", meetings.escalations().size());
        summary.put("payments_payable", payments("PAYABLE"));
        summary.put("payments_held", payments("HELD"));
        summary.put("payments_warned", warned());
        summary.put("payable_idr", rupiah("PAYABLE"));
        summary.put("held_idr", rupiah("HELD"));
        summary.putAll(banks);
        summary.put("files_sent", sending.files());
        summary.put("rows_read", sending.rowsRead());
        summary.put("rows_refused", sending.rowsRefused());
        summary.put("events_published", stage.published());
        summary.put("events_parked", Stage.SERVICES.stream().mapToLong(stage::parked).sum());
        summary.put("recount_matches", context.findings().count() == 0);
        return summary;
    }

    private long groups() {
        long[] count = {0};
        stage.meeting().each("/groups", cast.administrator(), group -> count[0]++);
        return count[0];
    }

    private long members(String result) {
        long count = 0;
        for (JsonNode item : commitments.values()) {
            for (JsonNode member : item.path("members")) {
                count += result.equals(member.path("result").asText()) ? 1 : 0;
            }
        }
        return count;
    }

    private Map<String, Long> warningsByCause() {
        Map<String, Long> byCause = new TreeMap<>();
        standing.all()
                .filter(step -> StandingSteps.is(step, WARNING))
                .forEach(step -> byCause.merge(step.path("cause").asText(), 1L, Long::sum));
        return byCause;
    }

    private long payments(String status) {
        return all(status).count();
    }

    private long warned() {
        return payments.values().stream()
                .flatMap(List::stream)
                .filter(p -> p.path("warned").asBoolean())
                .count();
    }

    private long rupiah(String status) {
        return all(status).mapToLong(p -> p.path("amount_idr").asLong()).sum();
    }

    private java.util.stream.Stream<JsonNode> all(String status) {
        return payments.values().stream()
                .flatMap(List::stream)
                .filter(p -> status.equals(p.path("status").asText()));
    }
}
