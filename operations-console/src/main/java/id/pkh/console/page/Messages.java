package id.pkh.console.page;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/**
 * Every text of the pages, in English; the Indonesian ones are in {@code
 * messages/msg_id.properties}.
 */
@MessageBundle
public interface Messages {

    @Message("Operations console")
    String title();

    @Message("Overview")
    String navOverview();

    @Message("Parked events")
    String navParked();

    @Message("Skip to the content")
    String skip();

    @Message("Times in")
    String timesIn();

    @Message("Sign out")
    String signOut();

    @Message("looks only")
    String looksOnly();

    @Message("Sign in")
    String signInTitle();

    @Message("Sign in with your account")
    String signInAtProvider();

    @Message("Paste a token of your identity provider with the role OPERATIONS or AUDITOR.")
    String signInLead();

    @Message("On a local stack:")
    String signInLocal();

    @Message("Token")
    String token();

    @Message(
            "This token is not accepted: it is expired, incomplete or from another issuer. Get a new one and try again.")
    String signInTokenRefused();

    @Message(
            "This token is valid but has neither the role OPERATIONS nor AUDITOR. Ask for one of them.")
    String signInRoleRefused();

    @Message("There is no such page, or what it showed is gone.")
    String errorNotFound();

    @Message("Your role does not allow this. AUDITOR only looks; acting needs OPERATIONS.")
    String errorForbidden();

    @Message(
            "This request could not be read. Go back, reload the page and try again; forms expire.")
    String errorBadRequest();

    @Message(
            "Something failed here. Try again; if it stays, give the reference to those who run the console.")
    String errorOther();

    @Message("Reference")
    String errorReference();

    @Message("To the overview")
    String errorHome();

    @Message("Everything is well.")
    String well();

    @Message("As of")
    String asOf();

    @Message("refreshed every 5 seconds")
    String refreshes();

    @Message("Services not ready")
    String countDown();

    @Message("Streams behind")
    String countLate();

    @Message("Parked events")
    String countParked();

    @Message("The broker does not answer.")
    String brokerDownTitle();

    @Message(
            "Nothing is lost: events stay in the outboxes and go out when it is back. Look at the broker’s own log.")
    String brokerDownDo();

    @Message("Services")
    String services();

    @Message("Service")
    String service();

    @Message("State")
    String state();

    @Message("Database")
    String database();

    @Message("Outbox, rows")
    String outboxRows();

    @Message("Oldest in outbox")
    String outboxAge();

    @Message("Parked")
    String parked();

    @Message("Keys waiting")
    String families();

    @Message("Oldest parked")
    String oldestParked();

    @Message("Published")
    String published();

    @Message("Repeats dropped")
    String duplicates();

    @Message("Longest transaction")
    String longestTransaction();

    @Message("ready")
    String ready();

    @Message("not ready")
    String notReady();

    @Message("down")
    String unreachable();

    @Message("up")
    String up();

    @Message("down")
    String down();

    @Message("not known")
    String unknown();

    @Message("Broker")
    String broker();

    @Message("Nodes")
    String brokerNodes();

    @Message("Streams")
    String streams();

    @Message(
            "How far each consumer is behind: records not yet applied, and the age of the oldest of them.")
    String streamsLead();

    @Message("No consumer has read anything yet.")
    String streamsNone();

    @Message("Topic")
    String topic();

    @Message("Consumer")
    String group();

    @Message("Members")
    String members();

    @Message("Behind, records")
    String lagRecords();

    @Message("Behind, age")
    String lagSeconds();

    @Message("caught up")
    String caughtUp();

    @Message("reading")
    String reading();

    @Message("behind")
    String behind();

    @Message("no members")
    String abandoned();

    @Message("Parked by service and topic")
    String parkedByTopic();

    @Message("Nothing is parked.")
    String parkedNone();

    @Message("Nothing matches this filter.")
    String parkedNoneMatching();

    @Message("Events")
    String events();

    @Message("Reason")
    String reason();

    @Message("Type")
    String type();

    @Message("Key")
    String key();

    @Message("any")
    String any();

    @Message("Filter")
    String filter();

    @Message("Clear")
    String clear();

    @Message("What is parked, by kind")
    String kindsTitle();

    @Message("Keys")
    String keys();

    @Message("Look")
    String look();

    @Message("Redrive all …")
    String redriveAll();

    @Message("Redrive selected")
    String redriveSelected();

    @Message("Redrive all that match …")
    String redriveAllMatching();

    @Message("Select all on this page")
    String selectAll();

    @Message("Select")
    String select();

    @Message("Parked at")
    String parkedAt();

    @Message("Attempts")
    String attempts();

    @Message("Next page")
    String nextPage();

    @Message("First page")
    String firstPage();

    @Message("This service does not answer; what it holds is missing here:")
    String silentServices();

    @Message("Look at its log and health, then reload this page.")
    String silentDo();

    @Message("This service refuses to say; what it holds is missing here:")
    String refusingServices();

    @Message("Look whether your role and area allow it, and whether your token is still valid.")
    String refusingDo();

    @Message("Latest redrives")
    String recentRuns();

    @Message("By")
    String by();

    @Message("When")
    String when();

    @Message("What")
    String what();

    @Message("Redriven")
    String redriven();

    @Message("Failed again")
    String failed();

    @Message("Waiting behind")
    String blocked();

    @Message("By others")
    String byOthers();

    @Message("Parked then")
    String selectedCount();

    @Message("Dealt with")
    String settledCount();

    @Message("running")
    String running();

    @Message("stopped")
    String stopped();

    @Message("done")
    String done();

    @Message("Redrive")
    String runTitle();

    @Message("Somebody else has dealt with some of these; nothing is applied twice.")
    String runByOthersNote();

    @Message(
            "What failed again stays parked with its new reason. Look at the cause before the next try.")
    String runFailedNote();

    @Message("refused")
    String runRefused();

    @Message("No answer. If the service has taken it, it goes on; this page asks again.")
    String runSilent();

    @Message("The service has not taken this redrive; nothing was tried. Ask for it again.")
    String runNotTaken();

    @Message("How much of the selection has been dealt with")
    String runProgress();

    @Message("Stop it")
    String runStop();

    @Message("What has been applied stays applied; the rest stays parked.")
    String runStopNote();

    @Message("Back to the parked events")
    String backToParked();

    @Message("Redrive all that match")
    String confirmTitle();

    @Message(
            "Every event that matches and is parked when the service begins gets one more try, key by key in order. What is parked later is not touched.")
    String confirmLead();

    @Message(
            "Choose a reason, a type, a topic or a key first: a redrive of everything at once is not offered.")
    String confirmNothing();

    @Message("Redrive them")
    String confirmDo();

    @Message("Cancel")
    String cancel();

    @Message("Parked event")
    String eventTitle();

    @Message("Event id")
    String eventId();

    @Message("Partition and offset")
    String place();

    @Message("Cause")
    String cause();

    @Message("Payload")
    String payload();

    @Message("The record has no payload.")
    String payloadNone();

    @Message("Headers")
    String headers();

    @Message("Dealt with")
    String resolved();

    @Message("Redrive this event")
    String redriveThis();

    @Message("Events of the same key that only waited behind it follow by themselves.")
    String redriveThisNote();

    @Message("Discard")
    String discard();

    @Message("Why it is given up")
    String discardReason();

    @Message("A discarded event never has its effect. What waited behind it can be redriven then.")
    String discardNote();

    @Message("This event is not parked any more: somebody else has dealt with it.")
    String problemNotParked();

    @Message("The service refused:")
    String problemOther();

    @Message("parked")
    String stateParked();

    @Message("redriven")
    String stateRedriven();

    @Message("discarded")
    String stateDiscarded();

    @Message("Fine itself; it waits behind an earlier event of its key. Deal with that one first.")
    String adviceBehind();

    @Message("Not one of our events. Find the producer, then discard it.")
    String adviceEnvelope();

    @Message("A newer producer than this consumer. Deploy the consumer, then redrive.")
    String adviceType();

    @Message(
            "The payload breaks its contract. Fix the producer; a corrected event is parked behind this one: discard this, redrive the rest.")
    String advicePayload();

    @Message("A fault of ours. The cause names the place; fix, deploy, redrive.")
    String adviceHandler();

    @Message("The consumer’s own reason; its README explains it.")
    String adviceOther();

    @Message("Live")
    String navTail();

    @Message("Type or topic")
    String tailType();

    @Message("events per second")
    String tailRate();

    @Message("shown")
    String tailShown();

    @Message("left out: more came than can be read")
    String tailLeftOut();

    @Message("passed while paused")
    String tailHeld();

    @Message(
            "The connection is lost and is tried again. If it stays, reload the page and sign in again.")
    String tailLost();

    @Message("Waiting for the next event.")
    String tailWaiting();

    @Message("Pause")
    String pause();

    @Message("Go on")
    String resume();

    @Message("Timeline of a family")
    String navTimeline();

    @Message("Cause and effect")
    String navChain();

    @Message("Family (KPM) id")
    String familyKey();

    @Message(
            "Enter the id of a family, or follow a key from another page. The timeline shows what every service said of it, and what its group’s meetings did.")
    String timelineLead();

    @Message("No service has said anything of this key.")
    String timelineNone();

    @Message("There is more than is shown: the oldest 500 of each service are here.")
    String cutNote();

    @Message("Recorded")
    String recorded();

    @Message("Happened on")
    String occurred();

    @Message("Says")
    String says();

    @Message("of its group")
    String ofGroup();

    @Message("an event")
    String byEvent();

    @Message("a request")
    String byRequest();

    @Message("Act (correlation id)")
    String correlation();

    @Message(
            "Enter the id of an event: the page shows the act that set it in motion and everything that followed from it.")
    String chainLead();

    @Message("No service has said anything of:")
    String chainNone();

    @Message("caused by an event that is not found:")
    String causeMissing();

    @Message("Warnings and duty")
    String navFigures();

    @Message("Actions")
    String navActions();

    @Message(
            "What operators did to parked events, the latest first. Each service keeps its own; nobody can change it.")
    String actionsLead();

    @Message("Nobody has redriven or discarded anything yet.")
    String actionsNone();

    @Message("Action")
    String action();

    @Message("Outcome")
    String outcome();

    @Message("Counted at")
    String countedAt();

    @Message("Earlier ones")
    String earlier();

    @Message("Month or quarter")
    String period();

    @Message("Warnings that stand, by cause")
    String warningsByCause();

    @Message("Warnings that stand, by village")
    String warningsByVillage();

    @Message("No warning stands.")
    String warningsNone();

    @Message("In other villages")
    String otherVillages();

    @Message("Facilitators who did not hold what was due")
    String facilitatorsTitle();

    @Message("Every facilitator held what was due.")
    String facilitatorsNone();

    @Message("Facilitator")
    String facilitator();

    @Message("Duty")
    String duty();

    @Message("Months")
    String months();

    @Message("Months running")
    String running2();

    @Message("Groups")
    String groups();

    @Message("Villages")
    String villages();

    @Message("This service does not give its list; what it holds is missing here:")
    String figuresProblem();

    @Message("There are more than 10,000: only the oldest of them are counted. Choose a month.")
    String figuresCut();

    @Message("The console does not answer: what is below is no longer refreshed.")
    String stale();

    @Message("Tick at least one event first.")
    String nothingTicked();
}
