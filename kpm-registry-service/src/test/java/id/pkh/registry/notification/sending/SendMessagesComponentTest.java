package id.pkh.registry.notification.sending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.pkh.platform.security.Roles;
import id.pkh.platform.web.BusinessDates;
import id.pkh.registry.RegistryComponentTest;
import id.pkh.registry.notification.QueueNotifications;
import id.pkh.registry.notification.Subject;
import id.pkh.registry.support.Api;
import id.pkh.registry.support.TestPeople;
import id.pkh.testsupport.log.CapturedLog;
import id.pkh.testsupport.rest.Caller;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Messages leave in rounds, at a time that each test states, through a route of the test. */
@QuarkusTest
class SendMessagesComponentTest extends RegistryComponentTest {

    @Inject SendMessages sendMessages;
    @Inject QueueNotifications notifications;
    @Inject Clock clock;

    private final List<OutgoingMessage> received = Collections.synchronizedList(new ArrayList<>());
    private UUID family;
    private String number;
    private Outcome outcome = Outcome.ACCEPTED;

    @BeforeEach
    void aFamilyWithANumber() {
        family = importedFamily();
        number = "+62" + enterNumber(family).substring(1);
    }

    private static String enterNumber(UUID of) {
        String entered = TestPeople.telephone();
        enter(of, entered);
        return entered;
    }

    private static void enter(UUID of, String entered) {
        Map<String, Object> body = new HashMap<>();
        body.put("holder_role", "FAMILY");
        body.put("holder_ref", of.toString());
        body.put("telephone", entered);
        Api.administrator().post("/contacts", body).statusCode(200);
    }

    /** Messages of other tests to other numbers are accepted. */
    private Outcome send(OutgoingMessage message) {
        if (!message.number().equals(number)) {
            return Outcome.ACCEPTED;
        }
        received.add(message);
        return outcome;
    }

    private void roundAt(Instant now) {
        sendMessages.handle(Optional.of(this::send), now);
    }

    private UUID queue(String event, Map<String, String> variables) {
        return queue(family, event, variables, BusinessDates.today(clock));
    }

    private UUID queue(UUID about, String event, Map<String, String> variables, LocalDate on) {
        UUID id = UUID.randomUUID();
        QuarkusTransaction.requiringNew()
                .run(
                        () ->
                                notifications.handle(
                                        List.of(
                                                Subject.ofFamily(id, 1, event, id, about, on)
                                                        .withVariables(variables))));
        return id;
    }

    /** The moment from which everything that was queued for the family may leave. */
    private Instant due() {
        return tables.read(
                        "SELECT max(not_before) FROM notification WHERE receiver_ref = ?",
                        row -> row.getTimestamp(1).toInstant(),
                        family.toString())
                .get(0);
    }

    private String stateOf(UUID subject) {
        return tables.text(
                "SELECT state FROM notification WHERE subject_id = ? AND receiver_role = 'FAMILY'",
                subject);
    }

    private List<String> outcomesOf(UUID subject) {
        return tables.texts(
                "SELECT outcome FROM message_attempt a JOIN notification n USING (message_id)"
                        + " WHERE n.subject_id = ? AND n.receiver_role = 'FAMILY'"
                        + " ORDER BY attempt_no",
                subject);
    }

    @Test
    void whatIsDueOnADayIsOneMessageAndLeavesOnce() {
        UUID first = queue("ReminderIssued", Map.of("period", "2026-10"));
        UUID second = queue("PaymentRejected", Map.of("cycle", "2026-4"));

        roundAt(due().minusSeconds(1));
        assertThat(received).isEmpty();
        roundAt(due());
        roundAt(due().plus(Duration.ofHours(1)));

        assertThat(received).hasSize(1);
        assertThat(received.get(0).text())
                .startsWith("PKH:\nPengingat")
                .contains("2026-10", "Bank menolak pembayaran Anda untuk 2026-4");
        assertThat(stateOf(first)).isEqualTo("SENT");
        assertThat(stateOf(second)).isEqualTo("SENT");
    }

    @Test
    void whileTheGatewayIsDownNothingIsLostAndNothingLeavesTwice() {
        UUID subject = queue("ReminderIssued", Map.of("period", "2026-10"));
        Instant first = due();

        outcome = Outcome.UNREACHABLE;
        roundAt(first);
        roundAt(first.plusSeconds(59));
        outcome = Outcome.TIMED_OUT;
        roundAt(first.plusSeconds(61));
        assertThat(stateOf(subject)).isEqualTo("QUEUED");
        outcome = Outcome.ACCEPTED;
        roundAt(first.plusSeconds(60 + 121));
        roundAt(first.plus(Duration.ofHours(2)));

        assertThat(outcomesOf(subject)).containsExactly("UNREACHABLE", "TIMED_OUT", "ACCEPTED");
        assertThat(received)
                .extracting(OutgoingMessage::id)
                .hasSize(3)
                .containsOnly(received.get(0).id());
        assertThat(stateOf(subject)).isEqualTo("SENT");
    }

    @Test
    void anAttemptIsNotRepeatedInQuietHours() {
        UUID subject = queue("ReminderIssued", Map.of("period", "2026-10"));
        LocalDate day = BusinessDates.on(due());
        Instant evening = day.atTime(19, 59, 30).atZone(BusinessDates.ZONE).toInstant();

        outcome = Outcome.BUSY;
        roundAt(evening);
        outcome = Outcome.ACCEPTED;
        roundAt(evening.plusSeconds(120));
        assertThat(received).hasSize(1);
        roundAt(day.plusDays(1).atTime(LocalTime.of(7, 0)).atZone(BusinessDates.ZONE).toInstant());

        assertThat(outcomesOf(subject)).containsExactly("BUSY", "ACCEPTED");
    }

    @Test
    void whatTheGatewayRefusesIsPrinted() {
        UUID subject = queue("ReminderIssued", Map.of("period", "2026-10"));
        outcome = Outcome.REFUSED;
        roundAt(due());
        roundAt(due().plus(Duration.ofHours(2)));

        assertThat(received).hasSize(1);
        assertThat(stateOf(subject)).isEqualTo("FAILED");
        assertThat(
                        Caller.facilitator("17.71.08.1001")
                                .read("/notifications/printable?group=17.71.08.1001-01")
                                .getList("notifications.kpm_id"))
                .contains(family.toString());
    }

    @Test
    void aMessageWithWhichTheGatewayFailsTooOftenIsPrinted() {
        UUID subject = queue("ReminderIssued", Map.of("period", "2026-10"));
        outcome = Outcome.NOT_UNDERSTOOD;
        Instant morning = due();
        for (int day = 0; day < 10; day++) {
            roundAt(morning.plus(Duration.ofDays(day)));
        }

        assertThat(received).hasSize(8);
        assertThat(stateOf(subject)).isEqualTo("FAILED");
    }

    @Test
    void aMessageWhoseInstanceDiedIsSentAgainUnderItsId() {
        UUID subject = queue("ReminderIssued", Map.of("period", "2026-10"));
        Instant first = due();
        MessageRoute dying =
                message -> {
                    send(message);
                    throw new IllegalStateException("the instance dies");
                };

        assertThatThrownBy(
                        () -> {
                            for (int i = 0; i < 50 && received.isEmpty(); i++) {
                                sendMessages.handle(Optional.of(onlyMine(dying)), first);
                            }
                        })
                .hasMessage("the instance dies");
        roundAt(first.plusSeconds(60));
        assertThat(received).hasSize(1);
        roundAt(first.plus(Duration.ofMinutes(6)));

        assertThat(received)
                .extracting(OutgoingMessage::id)
                .hasSize(2)
                .containsOnly(received.get(0).id());
        assertThat(stateOf(subject)).isEqualTo("SENT");
    }

    private MessageRoute onlyMine(MessageRoute route) {
        return message -> message.number().equals(number) ? route.send(message) : Outcome.ACCEPTED;
    }

    @Test
    void twoInstancesSendEachMessageOnce() throws Exception {
        List<UUID> families = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            UUID one = importedFamily();
            enterNumber(one);
            families.add(one);
            queue(one, "ReminderIssued", Map.of("period", "2026-10"), BusinessDates.today(clock));
        }
        family = families.get(5);
        Instant now = due();
        Map<UUID, Integer> times = Collections.synchronizedMap(new HashMap<>());
        MessageRoute counting =
                message -> {
                    times.merge(message.id(), 1, Integer::sum);
                    return Outcome.ACCEPTED;
                };
        ExecutorService instances = Executors.newFixedThreadPool(2);
        Callable<Integer> round = () -> sendMessages.handle(Optional.of(counting), now);
        int sent = 0;
        for (var done : instances.invokeAll(List.of(round, round))) {
            sent += done.get();
        }
        instances.shutdown();

        assertThat(times.values()).containsOnly(1);
        assertThat(sent).isEqualTo(times.size()).isGreaterThanOrEqualTo(6);
        families.forEach(
                one ->
                        assertThat(
                                        tables.texts(
                                                "SELECT state FROM notification"
                                                        + " WHERE receiver_ref = ?",
                                                one.toString()))
                                .containsExactly("SENT"));
    }

    @Test
    void aNumberThatWasWithdrawnMeanwhileIsNotUsed() {
        UUID subject = queue("ReminderIssued", Map.of("period", "2026-10"));
        Instant first = due();
        outcome = Outcome.UNREACHABLE;
        roundAt(first);
        enter(family, null);
        outcome = Outcome.ACCEPTED;
        roundAt(first.plusSeconds(61));

        assertThat(outcomesOf(subject)).containsExactly("UNREACHABLE", "NUMBER_WITHDRAWN");
        assertThat(stateOf(subject)).isEqualTo("FAILED");
    }

    @Test
    void theNumberOfBeforeHearsOfAnotherNumberEvenAfterItWasConfirmed() {
        enterNumber(family);
        String change =
                Api.administrator()
                        .read("/contact-changes?only_waiting=true&holder_ref=" + family)
                        .getString("items[0].change_id");
        Caller.named("administrator-2", Roles.DATA_ADMINISTRATOR, "17.71.08")
                .post("/contact-changes/" + change + "/confirmation")
                .statusCode(200);
        queue("ReminderIssued", Map.of("period", "2026-10"));

        roundAt(due());

        assertThat(received).hasSize(1);
        assertThat(received.get(0).text())
                .contains("permintaan untuk mengganti nomor telepon ini")
                .doesNotContain("2026-10");
    }

    @Test
    void aFormerCaretakersNumberIsNotUsed() {
        UUID subject = queue("ReminderIssued", Map.of("period", "2026-10"));
        UUID other = UUID.randomUUID();
        tables.execute(
                "WITH added AS (INSERT INTO family_member SELECT * FROM jsonb_populate_record("
                        + "null::family_member, (SELECT to_jsonb(m) || jsonb_build_object('id', ?::text,"
                        + " 'nik_token', ?::text) FROM family_member m JOIN kpm k"
                        + " ON k.caretaker_member_id = m.id WHERE k.id = ?)) RETURNING id)"
                        + " SELECT 1 FROM added",
                other.toString(),
                nikToken(TestPeople.woman("1970-07-15")),
                family);
        tables.execute("ALTER TABLE contact_change DISABLE TRIGGER contact_change_append_only");
        try {
            tables.execute(
                    "UPDATE contact_change SET caretaker_member_id = ? WHERE kpm_id = ?",
                    other,
                    family);
        } finally {
            tables.execute("ALTER TABLE contact_change ENABLE TRIGGER contact_change_append_only");
        }

        roundAt(due());

        assertThat(received).isEmpty();
        assertThat(
                        tables.text(
                                "SELECT state || ' ' || route FROM notification"
                                        + " WHERE subject_id = ?",
                                subject))
                .isEqualTo("QUEUED PRINTED");
    }

    @Test
    void whatIsTooLateDoesNotLeave() {
        UUID queued = queue("ReminderIssued", Map.of("period", "2026-10"));
        UUID old =
                queue(
                        family,
                        "ReminderIssued",
                        Map.of("period", "2026-01"),
                        BusinessDates.today(clock).minusDays(61));
        assertThat(stateOf(old)).isEqualTo("EXPIRED");

        roundAt(due().plus(Duration.ofDays(61)));

        assertThat(received).isEmpty();
        assertThat(stateOf(queued)).isEqualTo("EXPIRED");
    }

    @Test
    void noLogNoTopicAndNoTextContainsTheNumber() {
        String digits = number.substring(3);
        try (CapturedLog log = CapturedLog.asConfigured()) {
            queue("ReminderIssued", Map.of("period", "2026-10"));
            outcome = Outcome.UNREACHABLE;
            roundAt(due());
            outcome = Outcome.ACCEPTED;
            roundAt(due().plusSeconds(61));

            assertThat(received).isNotEmpty();
            assertThat(String.join("", log.lines())).doesNotContain(digits);
        }
        assertThat(received.get(0).toString()).doesNotContain(digits);
        assertThat(tables.wholeOutbox()).doesNotContain(digits);
        for (String table :
                List.of(
                        "contact_change",
                        "contact",
                        "message",
                        "message_attempt",
                        "notification")) {
            assertThat(
                            tables.number(
                                    "SELECT count(*) FROM "
                                            + table
                                            + " AS one WHERE position(? in one::text) > 0",
                                    digits))
                    .as(table)
                    .isZero();
        }
    }
}
