package id.pkh.console.page;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/**
 * All texts of the pages in English; the Indonesian texts are in {@code
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

    @Message("read only")
    String looksOnly();

    @Message("Sign in")
    String signInTitle();

    @Message("Sign in with your account")
    String signInAtProvider();

    @Message("Paste a token of your identity provider with the role OPERATIONS or AUDITOR.")
    String signInLead();

    @Message("Tokens are accepted from this issuer only:")
    String signInIssuer();

    @Message(
            "This system accepts tokens of the local issuer, which signs a token for anyone on its"
                    + " machine. It is for trying things out, not for real families.")
    String localIssuer();

    @Message("On a local stack:")
    String signInLocal();

    @Message("Token")
    String token();

    @Message(
            "This token is not accepted: it has expired, is incomplete, or comes from "
                    + "another issuer. Get a new token and try again.")
    String signInTokenRefused();

    @Message(
            "This token is valid, but it has neither the role OPERATIONS nor AUDITOR. Ask "
                    + "an administrator for one of them.")
    String signInRoleRefused();

    @Message("This page does not exist, or its content no longer exists.")
    String errorNotFound();

    @Message(
            "Your role does not allow this. AUDITOR can only read; every action needs the "
                    + "role OPERATIONS.")
    String errorForbidden();

    @Message(
            "This request could not be read. Go back, reload the page and try again; forms "
                    + "expire.")
    String errorBadRequest();

    @Message(
            "An error occurred. Try again. If it happens again, send the reference to the "
                    + "administrators of the console.")
    String errorOther();

    @Message("Reference")
    String errorReference();

    @Message("Go to the overview")
    String errorHome();

    @Message("The system is healthy.")
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

    @Message("The broker does not respond.")
    String brokerDownTitle();

    @Message(
            "No event is lost: events stay in the outboxes and are published when the "
                    + "broker is back. See the log of the broker.")
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

    @Message("Keys with parked events")
    String families();

    @Message("Oldest parked")
    String oldestParked();

    @Message("Published")
    String published();

    @Message("Duplicates dropped")
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

    @Message("unknown")
    String unknown();

    @Message("Broker")
    String broker();

    @Message("Nodes")
    String brokerNodes();

    @Message("Streams")
    String streams();

    @Message(
            "The lag of each consumer: the number of records not yet applied, and the age "
                    + "of the oldest of them.")
    String streamsLead();

    @Message("No consumer has read any record yet.")
    String streamsNone();

    @Message("Topic")
    String topic();

    @Message("Consumer")
    String group();

    @Message("Members")
    String members();

    @Message("Lag, records")
    String lagRecords();

    @Message("Lag, age")
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

    @Message("No event is parked.")
    String parkedNone();

    @Message("No event matches this filter.")
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

    @Message("Parked events by kind")
    String kindsTitle();

    @Message("Keys")
    String keys();

    @Message("Show")
    String look();

    @Message("Redrive all …")
    String redriveAll();

    @Message("Redrive selected")
    String redriveSelected();

    @Message("Redrive all matching …")
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

    @Message("This service does not respond; its data is missing here:")
    String silentServices();

    @Message("Check its log and its health, then reload this page.")
    String silentDo();

    @Message("This service refuses the request; its data is missing here:")
    String refusingServices();

    @Message(
            "Check that your role and your area allow it, and that your token is still " + "valid.")
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

    @Message("Blocked by an earlier event")
    String blocked();

    @Message("Handled elsewhere")
    String byOthers();

    @Message("Selected")
    String selectedCount();

    @Message("Handled")
    String settledCount();

    @Message("running")
    String running();

    @Message("stopped")
    String stopped();

    @Message("done")
    String done();

    @Message("Redrive")
    String runTitle();

    @Message("Another user has handled some of these events; no event is applied twice.")
    String runByOthersNote();

    @Message(
            "Events that failed again stay parked with their new reason. Look at the cause "
                    + "before you try again.")
    String runFailedNote();

    @Message("refused")
    String runRefused();

    @Message(
            "No response. If the service has accepted the redrive, it continues; this page "
                    + "will ask again.")
    String runSilent();

    @Message(
            "The service has not accepted this redrive, and no event was tried. Request it "
                    + "again.")
    String runNotTaken();

    @Message("Share of the selected events that have been handled")
    String runProgress();

    @Message("Stop")
    String runStop();

    @Message("Events that were applied stay applied; all others stay parked.")
    String runStopNote();

    @Message("Back to the parked events")
    String backToParked();

    @Message("Redrive all matching events")
    String confirmTitle();

    @Message(
            "The service tries every matching event once more that is parked when the "
                    + "redrive begins, in the order of each key. Events that are parked later are "
                    + "not included.")
    String confirmLead();

    @Message(
            "Choose a reason, a type, a topic or a key first. It is not possible to "
                    + "redrive all events at once.")
    String confirmNothing();

    @Message("Redrive")
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

    @Message("Outside your areas.")
    String payloadHidden();

    @Message("Headers")
    String headers();

    @Message("Handled")
    String resolved();

    @Message("Redrive this event")
    String redriveThis();

    @Message("Events of the same key that only waited behind it are redriven as well.")
    String redriveThisNote();

    @Message("Discard")
    String discard();

    @Message("Reason for discarding")
    String discardReason();

    @Message(
            "A discarded event is never applied. Events that waited behind it can then be "
                    + "redriven.")
    String discardNote();

    @Message("This event is no longer parked: another user has handled it.")
    String problemNotParked();

    @Message("The service refused the request:")
    String problemOther();

    @Message("parked")
    String stateParked();

    @Message("redriven")
    String stateRedriven();

    @Message("discarded")
    String stateDiscarded();

    @Message(
            "This event is valid, but an earlier event of its key is parked. Handle that "
                    + "one first.")
    String adviceBehind();

    @Message(
            "This record is not an event of this system. Find the producer, then discard "
                    + "the record.")
    String adviceEnvelope();

    @Message("The producer is newer than this consumer. Deploy the consumer, then redrive.")
    String adviceType();

    @Message(
            "The payload breaks its contract. Fix the producer. The corrected event is "
                    + "parked behind this one: discard this one, then redrive the other.")
    String advicePayload();

    @Message(
            "This is a bug in the consumer. The cause names the place: fix it, deploy, "
                    + "then redrive.")
    String adviceHandler();

    @Message("This reason is defined by the consumer; its README explains it.")
    String adviceOther();

    @Message("Live")
    String navTail();

    @Message("Type or topic")
    String tailType();

    @Message("events per second")
    String tailRate();

    @Message("shown")
    String tailShown();

    @Message("not shown, because there are too many events to read")
    String tailLeftOut();

    @Message("arrived while paused")
    String tailHeld();

    @Message(
            "The connection is lost; the page tries to connect again. If this message "
                    + "stays, reload the page and sign in again.")
    String tailLost();

    @Message("Waiting for the next event.")
    String tailWaiting();

    @Message("Pause")
    String pause();

    @Message("Resume")
    String resume();

    @Message("Timeline of a family")
    String navTimeline();

    @Message("Cause and effect")
    String navChain();

    @Message("Family (KPM) id")
    String familyKey();

    @Message(
            "Enter the id of a family, or follow a key from another page. The timeline "
                    + "shows the events of all services about this family, and the meetings of its "
                    + "group.")
    String timelineLead();

    @Message("No service has published an event with this key.")
    String timelineNone();

    @Message("There are more events: only the oldest 500 of each service are shown.")
    String cutNote();

    @Message("Recorded")
    String recorded();

    @Message("Happened on")
    String occurred();

    @Message("Content")
    String says();

    @Message("of its group")
    String ofGroup();

    @Message("an event")
    String byEvent();

    @Message("a request")
    String byRequest();

    @Message("Correlation id")
    String correlation();

    @Message(
            "Enter the id of an event. The page shows the request that started the chain, "
                    + "and all events that followed.")
    String chainLead();

    @Message("No service has published an event for:")
    String chainNone();

    @Message("caused by an event that cannot be found:")
    String causeMissing();

    @Message("Warnings and duty")
    String navFigures();

    @Message("Actions")
    String navActions();

    @Message(
            "Actions of operators on parked events, the latest first. Each service stores "
                    + "its own actions, and they cannot be changed.")
    String actionsLead();

    @Message("No event has been redriven or discarded yet.")
    String actionsNone();

    @Message("Action")
    String action();

    @Message("Outcome")
    String outcome();

    @Message("Counted at")
    String countedAt();

    @Message("Earlier actions")
    String earlier();

    @Message("Month or quarter")
    String period();

    @Message("Active warnings by cause")
    String warningsByCause();

    @Message("Active warnings by village")
    String warningsByVillage();

    @Message("No warning is active.")
    String warningsNone();

    @Message("In other villages")
    String otherVillages();

    @Message("Facilitators who did not hold the meetings that were due")
    String facilitatorsTitle();

    @Message("Every facilitator held the meetings that were due.")
    String facilitatorsNone();

    @Message("Facilitator")
    String facilitator();

    @Message("Duty")
    String duty();

    @Message("Months")
    String months();

    @Message("Months in a row")
    String running2();

    @Message("Groups")
    String groups();

    @Message("Villages")
    String villages();

    @Message("This service refuses its list; its data is missing here:")
    String figuresProblem();

    @Message(
            "There are more than 10,000: only the oldest of them are counted. Choose a " + "month.")
    String figuresCut();

    @Message("The console does not respond: the data below is no longer refreshed.")
    String stale();

    @Message("Select at least one event first.")
    String nothingTicked();
}
