package id.pkh.district.story;

import id.pkh.client.disbursement.model.Payment;
import id.pkh.client.meeting.GroupsApi;
import id.pkh.client.meeting.model.GroupPage;
import id.pkh.client.verification.CommitmentsApi;
import id.pkh.client.verification.SanctionStepsApi;
import id.pkh.client.verification.model.Commitment;
import id.pkh.client.verification.model.CommitmentPage;
import id.pkh.client.verification.model.LiftReason;
import id.pkh.client.verification.model.MemberCommitment;
import id.pkh.client.verification.model.SanctionStep;
import id.pkh.district.recount.ExpectedFamily;
import id.pkh.district.recount.ExpectedMeetings;
import java.time.LocalDate;
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
    private final Decisions decisions;
    private final WayBack wayBack;
    private final Stage stage;
    private final Cast cast;
    private final Map<String, Commitment> commitments = new HashMap<>();
    private final Map<String, List<Payment>> payments = new HashMap<>();
    private StandingSteps standing;
    private ExpectedMeetings meetings;

    /**
     * @param decisions null when nothing was decided; as is {@code wayBack}
     */
    Ending(
            StoryContext context,
            Identities identities,
            Narrator narrator,
            Decisions decisions,
            WayBack wayBack) {
        this.decisions = decisions;
        this.wayBack = wayBack;
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
        stage.verification(cast.officer())
                .each(
                        CommitmentsApi::new,
                        (all, after) ->
                                all.listCommitments(
                                        after,
                                        null,
                                        Stage.PAGE,
                                        context.manifest().quarter(),
                                        null,
                                        null),
                        CommitmentPage::getItems,
                        CommitmentPage::getNext,
                        item -> commitments.put(item.getKpmId().toString(), item));
        context.manifest()
                .acts("OPEN_CYCLE")
                .forEach(act -> stage.payments(act.cycle(), this::payment));
        compare(meetingReadback);
    }

    /** The list also contains families without a payment, with the reason. */
    private void payment(Payment payment) {
        if (payment.getStatus().toString().equals("NOT_ELIGIBLE")) {
            return;
        }
        payments.computeIfAbsent(payment.getKpmId().toString(), key -> new ArrayList<>())
                .add(payment);
    }

    /** Suspensions withhold the payments of cycles that end after they took effect. */
    boolean suspensionsApply() {
        LocalDate from = decisions == null ? null : decisions.effectiveFrom();
        return from == null
                || context.manifest()
                        .act("OPEN_CYCLE")
                        .map(act -> !LocalDate.parse(act.coversUntil()).isBefore(from))
                        .orElse(true);
    }

    private void compare(MeetingReadback meetingReadback) {
        Comparison comparison = new Comparison(context, identities);
        meetingReadback.compare(meetings);
        comparison.steps("at the end", standing, ExpectedFamily::standing);
        comparison.commitments(commitments);
        comparison.payments(payments, suspensionsApply());
        comparison.statuses(new Identities(stage.registry(cast.administrator()), cast));
        comparison.wayBack(wayBack == null ? Map.of() : wayBack.lifted());
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
                .filter(step -> step.getCause().toString().equals("MEETING_NOT_HELD"))
                .filter(step -> !StandingSteps.is(step, WARNING))
                .forEach(
                        step ->
                                context.findings()
                                        .add(
                                                step.getKpmId()
                                                        + ": a meeting that was not held led to "
                                                        + step.getStep()));
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

    private void notice(SanctionStep step) {
        narrator.notice(
                stage.verification(cast.officer())
                        .call(
                                SanctionStepsApi::new,
                                steps -> steps.getFamilyNotice(step.getStepId())));
    }

    private void tell(String why, Predicate<ExpectedFamily> which) {
        context.expected().families().values().stream()
                .filter(which)
                .map(family -> identities.kpmOf(family.caretaker()))
                .filter(java.util.Objects::nonNull)
                .findFirst()
                .ifPresent(
                        kpm -> {
                            List<SanctionStep> steps = standing.of(kpm);
                            narrator.family(why, kpm, steps);
                            if (steps.size() == 1) {
                                notice(steps.get(0));
                            }
                            payments.getOrDefault(kpm, List.of())
                                    .forEach(
                                            payment ->
                                                    narrator.say(
                                                            "    payment of Rp%,d: %s",
                                                            payment.getAmountIdr(),
                                                            Narrator.words(
                                                                    payment.getStatus()
                                                                            .toString())));
                        });
    }

    /**
     * @param afterwards the figures of what happened after the results were read back
     */
    Map<String, Object> summary(
            long suspensionsProposed, Sending sending, Map<String, Object> afterwards) {
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
                standing.count(s -> StandingSteps.is(s, WARNING) && s.getIsProtected()));
        summary.put("suspensions_proposed", suspensionsProposed);
        summary.put(
                "suspensions_proposed_standing",
                standing.count(s -> StandingSteps.is(s, PROPOSAL)));
        summary.put("facilitator_escalations", meetings.escalations().size());
        summary.put("notices_delivered", decisions == null ? 0L : decisions.noticesDelivered());
        summary.put("appeals_upheld", lifted(LiftReason.APPEAL_UPHELD));
        summary.put("suspensions_lifted", lifted(LiftReason.COMMITMENT_MET));
        summary.put("terminations_undone", lifted(LiftReason.OFFICER_ERROR));
        summary.put("payments_payable", payments("PAYABLE"));
        summary.put("payments_held", payments("HELD"));
        summary.put("payments_warned", warned());
        summary.put("payable_idr", rupiah("PAYABLE"));
        summary.put("held_idr", rupiah("HELD"));
        summary.putAll(afterwards);
        summary.put("files_sent", sending.files());
        summary.put("rows_read", sending.rowsRead());
        summary.put("rows_refused", sending.rowsRefused());
        summary.put("events_published", stage.published());
        summary.put("events_parked", Stage.SERVICES.stream().mapToLong(stage::parked).sum());
        summary.put("recount_matches", context.findings().count() == 0);
        return summary;
    }

    private long lifted(LiftReason reason) {
        return wayBack == null ? 0 : wayBack.count(reason);
    }

    private long groups() {
        long[] count = {0};
        stage.meeting(cast.administrator())
                .each(
                        GroupsApi::new,
                        (groups, after) -> groups.listGroups(after, Stage.PAGE, null),
                        GroupPage::getItems,
                        GroupPage::getNext,
                        group -> count[0]++);
        return count[0];
    }

    private long members(String result) {
        long count = 0;
        for (Commitment item : commitments.values()) {
            for (MemberCommitment member : item.getMembers()) {
                count += result.equals(member.getResult().toString()) ? 1 : 0;
            }
        }
        return count;
    }

    private Map<String, Long> warningsByCause() {
        Map<String, Long> byCause = new TreeMap<>();
        standing.all()
                .filter(step -> StandingSteps.is(step, WARNING))
                .forEach(step -> byCause.merge(step.getCause().toString(), 1L, Long::sum));
        return byCause;
    }

    private long payments(String status) {
        return all(status).count();
    }

    private long warned() {
        return payments.values().stream().flatMap(List::stream).filter(Payment::getWarned).count();
    }

    private long rupiah(String status) {
        return all(status).mapToLong(Payment::getAmountIdr).sum();
    }

    private java.util.stream.Stream<Payment> all(String status) {
        return payments.values().stream()
                .flatMap(List::stream)
                .filter(p -> status.equals(p.getStatus().toString()));
    }
}
