package id.pkh.district.story;

import id.pkh.client.PkhClient;
import id.pkh.client.platform.model.WorkItemPage;
import id.pkh.client.registry.FamiliesApi;
import id.pkh.client.registry.HandOversApi;
import id.pkh.client.registry.model.ComponentType;
import id.pkh.client.registry.model.Handover;
import id.pkh.client.registry.model.HandoverCases;
import id.pkh.client.registry.model.HandoverReason;
import id.pkh.client.registry.model.HandoverRequest;
import id.pkh.client.registry.model.HandoverState;
import id.pkh.client.registry.model.Member;
import id.pkh.district.recount.Escalation;
import id.pkh.district.recount.ExpectedFamily;
import id.pkh.district.recount.ExpectedStep;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The village whose facilitator held no meeting in three months gets another facilitator, who finds
 * what is open: the card of one family is lost, and a child of another one is at another school.
 */
final class HandOverScene {

    private static final String REGENCY = "REGENCY_COORDINATOR";
    private static final String GROUP_MEETING = "GROUP_MEETING";
    private static final int DAYS_OF_NOTICE = 14;
    private static final int SUB_DISTRICT_CHARS = 8;
    private static final int CONFLICT = 409;

    private final StoryContext context;
    private final Identities identities;
    private final Narrator narrator;
    private final Stage stage;
    private final Cast cast;
    private final Findings findings;
    private final HandOverFigures figures;
    private final LocalDate today;

    HandOverScene(StoryContext context, Identities identities, Narrator narrator) {
        this.context = context;
        this.identities = identities;
        this.narrator = narrator;
        this.stage = context.stage();
        this.cast = context.cast();
        this.findings = context.findings();
        this.figures = new HandOverFigures(stage, cast);
        this.today = context.manifest().day();
    }

    /** The figures by name; they are 0 in a district without such a village. */
    Map<String, Object> play() {
        Optional<String> village = village();
        village.ifPresent(this::play);
        return figures.of(village);
    }

    /** The first village of a facilitator about whom the regency is notified. */
    private Optional<String> village() {
        return toTheRegency()
                .filter(each -> each.duty().equals(GROUP_MEETING))
                .flatMap(
                        each ->
                                context
                                        .expected()
                                        .villagesOfFacilitator()
                                        .get(each.facilitator())
                                        .stream())
                .filter(village -> successor(village).isPresent())
                .min(Comparator.naturalOrder());
    }

    private Stream<Escalation> toTheRegency() {
        return context.expected().meetings().escalations().stream()
                .filter(each -> each.level().equals(REGENCY));
    }

    /** Another facilitator of the sub-district. */
    private Optional<String> successor(String village) {
        Map<String, String> facilitators = context.expected().facilitatorOfVillage();
        return facilitators.entrySet().stream()
                .filter(each -> each.getKey().startsWith(subDistrict(village)))
                .map(Map.Entry::getValue)
                .filter(code -> !code.equals(facilitators.get(village)))
                .min(Comparator.naturalOrder());
    }

    private static String subDistrict(String village) {
        return village.substring(0, SUB_DISTRICT_CHARS);
    }

    private void play(String village) {
        narrator.chapter("A village gets another facilitator");
        String predecessor = context.expected().facilitatorOfVillage().get(village);
        String successor = successor(village).orElseThrow();
        PkhClient former = stage.registry(cast.facilitatorOf(village));
        PkhClient next = stage.registry(cast.successor(successor, village));
        silence(village, predecessor);
        List<String> families = kpmsOf(village);
        LostCard card = LostCard.lodge(former, UUID.fromString(families.get(0)));
        card.take(former);
        card.reportToPolice(former, today);
        narrator.say(
                "A family of the village has lost its card. Facilitator %s goes to the police with"
                        + " its caretaker.",
                predecessor);
        UUID handover = handOver(village, predecessor, successor, families.size());
        receive(next, handover, successor);
        settle(card, next, coordinator(village), successor);
        families.stream()
                .flatMap(kpm -> pupils(next, UUID.fromString(kpm)).stream())
                .findFirst()
                .ifPresent(pupil -> changeSchool(next, pupil, successor));
        stage.awaitQuiet("the hand-over");
        findings.equal(
                "families told of the hand-over of " + village,
                (long) families.size(),
                figures.familiesTold(village));
    }

    /** The failure is the facilitator's. */
    private void silence(String village, String predecessor) {
        findings.equal(
                "notifications of regencies", toTheRegency().count(), figures.regencyNotified());
        narrator.say(
                "For three months facilitator %s held no meeting in %s and told nobody. The"
                        + " coordinator was notified of the second month, and the regency of the"
                        + " third.",
                predecessor, village);
        findings.equal(
                "families of " + village + " that were told of what others failed to do",
                families(village)
                        .flatMap(family -> family.beforeCorrections().stream())
                        .filter(ExpectedStep::isProtected)
                        .count(),
                figures.toldWithoutBlame(village));
        narrator.say(
                "The families were told that there was no meeting. They lose no money: the step is"
                        + " protected, and nothing can be proposed against them.");
    }

    /** Active families of the village by the files. */
    private Stream<ExpectedFamily> families(String village) {
        return context.expected().families().values().stream()
                .filter(family -> family.active() && family.village().equals(village));
    }

    /** In the order of the caretakers' NIK. */
    private List<String> kpmsOf(String village) {
        return families(village)
                .sorted(Comparator.comparing(ExpectedFamily::caretaker))
                .map(family -> identities.kpmOf(family.caretaker()))
                .toList();
    }

    private PkhClient coordinator(String village) {
        return stage.registry(cast.coordinator(subDistrict(village)));
    }

    /** The families were notified on paper two weeks ago, and are notified once more. */
    private UUID handOver(String village, String predecessor, String successor, int families) {
        Map<String, UUID> ids = StaffScene.facilitators(stage.registry(cast.administrator()));
        Handover planned =
                coordinator(village)
                        .call(
                                HandOversApi::new,
                                all ->
                                        all.planHandover(
                                                new HandoverRequest()
                                                        .villageCodes(List.of(village))
                                                        .predecessorId(ids.get(predecessor))
                                                        .successorId(ids.get(successor))
                                                        .noticeGivenOn(
                                                                today.minusDays(DAYS_OF_NOTICE))
                                                        .effectiveOn(today)
                                                        .reasonCode(HandoverReason.TRANSFERRED)))
                        .getHandovers()
                        .get(0);
        findings.equal(
                "state of the hand-over of " + village,
                HandoverState.IN_OVERLAP,
                planned.getState());
        narrator.say(
                "The coordinator hands the village over to facilitator %s, with two weeks of"
                        + " notice. Both act until %s. %,d families, both facilitators and the"
                        + " chairs are notified.",
                successor, planned.getOverlapUntil(), families);
        return planned.getHandoverId();
    }

    private void receive(PkhClient next, UUID handover, String successor) {
        List<String> kinds = new ArrayList<>();
        next.each(
                HandOversApi::new,
                (all, after) -> all.listOpenCasesOfHandover(handover, after, Stage.PAGE),
                WorkItemPage::getItems,
                WorkItemPage::getNext,
                item -> kinds.add(item.getKind()));
        findings.isTrue(
                "the complaint is not among the open cases: " + kinds,
                kinds.contains("COMPLAINT_TO_HANDLE"));
        HandoverCases cases =
                next.call(
                        HandOversApi::new,
                        all -> all.listCasesOfHandover(handover, null, Stage.PAGE));
        findings.isTrue(
                "a service does not say what is open: " + cases.getServices(),
                cases.getServices().stream()
                        .allMatch(each -> each.getAnswers() && each.getKeptAt() != null));
        findings.isTrue(
                "the list of all services is shorter than that of the registry",
                cases.getItems().size() >= kinds.size());
        Handover received =
                next.call(HandOversApi::new, all -> all.confirmHandoverReceipt(handover));
        findings.equal("open cases received", kinds.size(), received.getOpenCasesReceived());
        narrator.say(
                "The system lists what is open, %d cases with the registry and %d with all services,"
                        + " and facilitator %s confirms the receipt.",
                kinds.size(), cases.getItems().size(), successor);
    }

    private void settle(LostCard card, PkhClient next, PkhClient coordinator, String successor) {
        card.take(next);
        card.reportToBank(next, today);
        card.replace(next, today);
        card.followUp(next);
        findings.equal(
                "a closing by the person who followed the complaint up",
                CONFLICT,
                Attempt.status(() -> card.close(next)));
        card.close(coordinator);
        findings.equal(
                "the complaint about the card",
                "DONE POLICE_LETTER BANK_REPORTED CARD_REPLACED",
                card.told(coordinator));
        narrator.say(
                "Facilitator %s goes on with the lost card: to the bank, and to the new card. The"
                        + " coordinator confirms that the complaint is settled.",
                successor);
    }

    /** A pupil of a primary school. */
    private record Pupil(UUID kpmId, UUID memberId) {}

    private static List<Pupil> pupils(PkhClient facilitator, UUID kpmId) {
        return facilitator
                .call(FamiliesApi::new, families -> families.listMembers(kpmId, null, null))
                .getItems()
                .stream()
                .filter(member -> member.getComponent() == ComponentType.SD)
                .map(member -> new Pupil(kpmId, member.getMemberId()))
                .toList();
    }

    private void changeSchool(PkhClient next, Pupil pupil, String successor) {
        PkhClient administrator = stage.registry(cast.administrator());
        SchoolChange change =
                SchoolChange.found(next, pupil.kpmId(), pupil.memberId(), today, today);
        change.sendBack(administrator);
        change.submitAgain(next, today);
        change.accept(administrator);
        Member now =
                next
                        .call(
                                FamiliesApi::new,
                                families -> families.listMembers(pupil.kpmId(), null, null))
                        .getItems()
                        .stream()
                        .filter(member -> member.getMemberId().equals(pupil.memberId()))
                        .findFirst()
                        .orElseThrow();
        findings.equal(
                pupil.kpmId() + ", school of the pupil", ComponentType.SMP, now.getComponent());
        narrator.say(
                "At home with a family, facilitator %s learns that a child is at a secondary"
                        + " school now. The data administrator sends the change back for the"
                        + " letter of the school, and then accepts it: the next cycle pays for"
                        + " that school.",
                successor);
    }
}
