package id.pkh.district.story;

import com.fasterxml.jackson.databind.JsonNode;
import id.pkh.client.registry.WebhooksApi;
import id.pkh.client.verification.model.SanctionStep;
import id.pkh.district.outside.OutsideEvent;
import id.pkh.district.outside.OutsideSystem;
import id.pkh.district.outside.OutsideSystem.Subscription;
import id.pkh.district.outside.SignedReceiver;
import id.pkh.district.recount.ExpectedFamily;
import id.pkh.district.recount.ExpectedStep;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Another authority's system in one sub-district, which has only the pages for other systems: it
 * finds a family, subscribes, is notified of warnings, is switched off for a while, asks for what
 * it missed, and asks by the standard interface.
 */
final class OutsideScene implements AutoCloseable {

    private static final String SUBJECT = "local-external-system";
    private static final String SENDER = "local";
    private static final List<String> SCOPES = List.of("families.look-up", "dci.social", "dci.ibr");
    private static final String ISSUED = "id.pkh.verification.suspension-warning-issued.v1";
    private static final String WITHDRAWN = "id.pkh.verification.suspension-warning-withdrawn.v1";
    private static final String WARNING = "SUSPENSION_WARNING";
    private static final String PURPOSE = "an application for another programme";
    private static final int SUB_DISTRICT_CHARS = 8;
    private static final ZoneId ZONE = ZoneId.of("Asia/Jakarta");

    private final StoryContext context;
    private final Identities identities;
    private final Narrator narrator;
    private final Findings findings;
    private final OutsideSystem system;
    private final SignedReceiver receiver = new SignedReceiver();
    private final ExpectedFamily family;
    private final String area;
    private final Subscription subscription;
    private boolean isOffline;
    private int messages;

    /** Empty where no such system has a token, or where the quarter warns nobody. */
    static Optional<OutsideScene> begun(
            StoryContext context, StoryConfig config, Identities identities, Narrator narrator) {
        Optional<ExpectedFamily> warned = warned(context);
        if (warned.isEmpty() || config.tokens().ofSystem(SUBJECT, List.of(), List.of()) == null) {
            return Optional.empty();
        }
        return Optional.of(
                new OutsideScene(context, config, identities, narrator, warned.orElseThrow()));
    }

    /** A family that is warned, if possible one that ends up suspended. */
    private static Optional<ExpectedFamily> warned(StoryContext context) {
        return context.expected().families().values().stream()
                .filter(one -> one.beforeCorrections().stream().anyMatch(ExpectedStep::isWarning))
                .min(
                        Comparator.comparing((ExpectedFamily one) -> !one.suspended())
                                .thenComparing(ExpectedFamily::caretaker));
    }

    private OutsideScene(
            StoryContext context,
            StoryConfig config,
            Identities identities,
            Narrator narrator,
            ExpectedFamily family) {
        this.context = context;
        this.identities = identities;
        this.narrator = narrator;
        this.findings = context.findings();
        this.family = family;
        this.area = family.village().substring(0, SUB_DISTRICT_CHARS);
        URI registry = config.services().get(StoryConfig.REGISTRY);
        this.system =
                new OutsideSystem(
                        registry, () -> config.tokens().ofSystem(SUBJECT, List.of(area), SCOPES));
        this.subscription = begin();
    }

    private Subscription begin() {
        findings.equal(
                "the family that another system finds by its number",
                List.of(kpm()),
                system.familiesOf(family.caretaker(), PURPOSE));
        elsewhere()
                .ifPresent(
                        one ->
                                findings.equal(
                                        "a family of another sub-district, by its number",
                                        List.of(),
                                        system.familiesOf(one.caretaker(), PURPOSE)));
        Subscription registered =
                system.subscribe(receiver.address(), List.of(ISSUED, WITHDRAWN), area);
        receiver.trust(registered.secret());
        findings.equal("a subscription at first", "WAITING", registered.state());
        context.stage()
                .registry(context.cast().officer())
                .call(
                        WebhooksApi::new,
                        webhooks -> webhooks.approveWebhook(UUID.fromString(registered.id())));
        findings.equal("a try of the receiver", "DELIVERED", system.tryOut(registered));
        narrator.say(
                "A system of another authority looks a family of its sub-district up and finds it;"
                        + " of a family elsewhere it learns nothing. It subscribes to warnings. An"
                        + " officer approves the address, and the receiver is tried.");
        return registered;
    }

    private String kpm() {
        return identities.kpmOf(family.caretaker());
    }

    private Optional<ExpectedFamily> elsewhere() {
        return context.expected().families().values().stream()
                .filter(one -> !one.village().startsWith(area))
                .min(Comparator.comparing(ExpectedFamily::caretaker));
    }

    /**
     * The warnings so far have arrived, each once and signed; then the receiver is switched off.
     */
    void goOffline(StandingSteps standing) {
        if (isOffline) {
            return;
        }
        isOffline = true;
        Set<String> expected = warnings(standing);
        context.stage()
                .await(
                        "the other system has the warnings",
                        () -> stepsOf(ISSUED, receiver.events()).containsAll(expected));
        Set<String> notified = stepsOf(ISSUED, receiver.events());
        notified.removeAll(stepsOf(WITHDRAWN, receiver.events()));
        findings.equal("warnings that another system was notified of", expected, notified);
        findings.isTrue(
                "another system was not notified of the family's warning",
                receiver.events().stream().anyMatch(event -> event.subject().equals(kpm())));
        findings.equal("requests with a wrong signature", 0, receiver.refused());
        LocalDate today = context.manifest().day();
        findings.isTrue(
                "a notification has not the time of its day",
                receiver.timestamps().stream()
                        .map(seconds -> Instant.ofEpochSecond(Long.parseLong(seconds)))
                        .map(at -> at.atZone(ZONE).toLocalDate())
                        .allMatch(
                                day ->
                                        !day.isBefore(today.minusDays(1))
                                                && !day.isAfter(today.plusDays(1))));
        receiver.close();
        narrator.say(
                "The other system was notified of %d warnings, with codes and ids only. Now it is"
                        + " switched off.",
                expected.size());
    }

    private Set<String> warnings(StandingSteps standing) {
        return standing.all()
                .filter(step -> StandingSteps.is(step, WARNING))
                .filter(step -> isInArea(step))
                .map(step -> step.getStepId().toString())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private boolean isInArea(SanctionStep step) {
        return identities.villageOf(step.getKpmId().toString()).startsWith(area);
    }

    private static Set<String> stepsOf(String type, List<OutsideEvent> events) {
        return events.stream()
                .filter(event -> event.type().equals(type))
                .map(event -> event.data().path("step_id").asText())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** What was missed comes from the feed, and the state of a family by the standard interface. */
    Map<String, Object> comeBack(StandingSteps standing) {
        goOffline(standing);
        narrator.chapter("A system of another authority comes back");
        List<OutsideEvent> read = new ArrayList<>(system.read(ISSUED, area, null).events());
        read.addAll(system.read(WITHDRAWN, area, null).events());
        Set<String> had =
                receiver.events().stream().map(OutsideEvent::id).collect(Collectors.toSet());
        Set<String> ids = read.stream().map(OutsideEvent::id).collect(Collectors.toSet());
        long missed = ids.stream().filter(id -> !had.contains(id)).count();
        findings.equal("events in the feed, each once", ids.size(), read.size());
        findings.isTrue(
                "an event that another system received is not in its feed",
                ids.containsAll(
                        receiver.events().stream()
                                .filter(event -> List.of(ISSUED, WITHDRAWN).contains(event.type()))
                                .filter(event -> !event.data().path("step_id").isMissingNode())
                                .map(OutsideEvent::id)
                                .toList()));
        Set<String> left = stepsOf(ISSUED, read);
        left.removeAll(stepsOf(WITHDRAWN, read));
        findings.equal("warnings that stand by the feed", warnings(standing), left);
        findings.equal("the state of the subscription", "ACTIVE", system.stateOf(subscription));
        narrator.say(
                "It asks the feed for what it missed, %d events, and has the same %d standing"
                        + " warnings as the ministry.",
                missed, left.size());
        standardInterface();
        findings.equal("the subscription at the end", "WITHDRAWN", system.end(subscription));
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("other_system_notified", receiver.events().size());
        figures.put("other_system_missed", missed);
        return figures;
    }

    private void standardInterface() {
        JsonNode found =
                system.message(
                                "/dci/ibr/registry/sync/search",
                                message(
                                        "search",
                                        """
                                        "search_request": [{
                                          "reference_id": "family-1", "timestamp": "%s",
                                          "search_criteria": {
                                            "query_type": "idtype-value", "query": {"type": "UIN", "value": "%s"},
                                            "response_entity": "Beneficiary",
                                            "authorize": {"ts": "%s", "purpose": {"text": "%s"}}}}]"""
                                                .formatted(
                                                        now(), family.caretaker(), now(), PURPOSE)))
                        .at("/message/search_response/0");
        findings.equal("a search by the standard", "succ", found.path("status").asText());
        String code = found.findPath("enrolment_status").asText();
        findings.equal(
                "the status of the family by the standard", family.suspended() ? "4" : "1", code);
        String enrolled =
                system.message(
                                "/dci/ibr/registry/sync/enrolled",
                                message(
                                        "search",
                                        """
                                        "enrolled_criteria": {
                                          "query_type": "expression", "response_entity": "Member",
                                          "query": {"person_identifier": {"eq": "%s"},
                                            "programme_identifier.program.programme_identifier": {"eq": "PKH"}},
                                          "authorize": {"purpose": {"text": "%s"}}}"""
                                                .formatted(family.caretaker(), PURPOSE)))
                        .findPath("enrolled_status")
                        .asText();
        findings.equal("whether the family is enrolled by the standard", "yes", enrolled);
        narrator.say(
                "By the standard interface the family is enrolled, with the status %s (%s).",
                code, family.suspended() ? "suspended" : "active");
    }

    private String message(String action, String content) {
        messages++;
        return """
        {"header": {"version": "1.0.0", "message_id": "%s", "message_ts": "%s", "action": "%s",
          "sender_id": "%s", "receiver_id": "pkh-registry", "total_count": 1},
         "message": {"transaction_id": "transaction-%d", %s}}"""
                .formatted(UUID.randomUUID(), now(), action, SENDER, messages, content);
    }

    /** A minute ago, on the day of the story. */
    private String now() {
        LocalTime time = LocalTime.now(ZONE).minusMinutes(1);
        return ZonedDateTime.of(context.manifest().day(), time, ZONE)
                .format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
    }

    @Override
    public void close() {
        receiver.close();
    }
}
