package id.pkh.district.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import id.pkh.client.disbursement.model.Payment;
import id.pkh.client.http.ApiClient;
import id.pkh.client.verification.model.Commitment;
import id.pkh.client.verification.model.SanctionStep;
import id.pkh.district.recount.Expectations;
import id.pkh.district.recount.ExpectedFamily;
import id.pkh.district.recount.ExpectedMember;
import id.pkh.district.recount.ExpectedPayment;
import id.pkh.district.recount.ExpectedRoute;
import id.pkh.district.recount.ExpectedStep;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each difference is reported with the family's identifier and without a NIK. */
class ComparisonTest {

    private static final ObjectMapper JSON = ApiClient.createDefaultObjectMapper();
    private static final String KPM = "01a20bee-0000-7000-8000-000000000001";
    private static final String MEMBER = "01a20bee-0000-7000-8000-00000000000a";
    private static final String CARETAKER = "1771084502850001";
    private static final String CHILD = "1771080505160001";
    private static final ExpectedStep REMINDER =
            new ExpectedStep("2026-01", "GROUP_MEETING_ABSENCE", 1, 1, "REMINDER", false);

    private final Findings findings = new Findings();
    private HttpServer registry;
    private Comparison comparison;

    @BeforeEach
    void serveOneFamily() throws IOException {
        registry = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        registry.createContext("/", ComparisonTest::answer);
        registry.start();
        Cast cast = new Cast((subject, roles, areas, bank) -> "token", Map.of(), Map.of());
        URI base = URI.create("http://127.0.0.1:" + registry.getAddress().getPort());
        ExpectedFamily family =
                new ExpectedFamily(
                        CARETAKER,
                        "1771080103200001",
                        "17.71.08.1001",
                        "17.71.08.1001-01",
                        true,
                        List.of(REMINDER),
                        List.of(REMINDER),
                        List.of(new ExpectedMember(CHILD, "SD", "MET", Set.of())),
                        "",
                        false,
                        "",
                        new ExpectedPayment(225_000, "PAYABLE", false),
                        new ExpectedRoute("2026-T2", "BRI", "CREDITED"));
        Expectations expected =
                new Expectations(Map.of(CARETAKER, family), null, Map.of(), List.of());
        StoryContext context =
                new StoryContext(Path.of("."), null, expected, null, cast, null, findings);
        comparison = new Comparison(context, new Identities(Stage.connection(base), cast));
    }

    @AfterEach
    void stop() {
        registry.stop(0);
    }

    private static void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String item =
                path.endsWith("/members")
                        ? "{'member_id':'" + MEMBER + "','nik':'" + CHILD + "'}"
                        : "{'kpm_id':'"
                                + KPM
                                + "','status':'ACTIVE','village_code':'17.71.08.1001',"
                                + "'caretaker':{'nik':'"
                                + CARETAKER
                                + "'}}";
        byte[] body =
                ("{'items':[" + item + "],'next':null}")
                        .replace('\'', '"')
                        .getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static <T> T read(Class<T> type, String json) throws IOException {
        return JSON.readValue(json.replace('\'', '"'), type);
    }

    private static SanctionStep step(String step, int running) throws IOException {
        return read(
                SanctionStep.class,
                "{'kpm_id':'"
                        + KPM
                        + "','period':'2026-01','cause':'GROUP_MEETING_ABSENCE',"
                        + "'rung':"
                        + running
                        + ",'running':"
                        + running
                        + ",'step':'"
                        + step
                        + "','is_protected':false,'attribution':'FAMILY'}");
    }

    private static Map<String, Commitment> commitment(String result) throws IOException {
        return Map.of(
                KPM,
                read(
                        Commitment.class,
                        "{'members':[{'member_id':'"
                                + MEMBER
                                + "','component':'SD','result':'"
                                + result
                                + "'}]}"));
    }

    private static Map<String, List<Payment>> payment(String status, long amount)
            throws IOException {
        return Map.of(
                KPM,
                List.of(
                        read(
                                Payment.class,
                                "{'status':'"
                                        + status
                                        + "','amount_idr':"
                                        + amount
                                        + ",'warned':false}")));
    }

    private void steps(SanctionStep... found) {
        comparison.steps(
                "at the end",
                StandingSteps.of(Map.of(KPM, List.of(found))),
                ExpectedFamily::standing);
    }

    private void assertTold(String what) {
        assertThat(findings.lines()).anyMatch(line -> line.contains(what) && line.contains(KPM));
        assertThat(findings.lines()).noneMatch(l -> l.contains(CARETAKER) || l.contains(CHILD));
    }

    @Test
    void nothingIsToldWhenAllIsEqual() throws IOException {
        comparison.registered();
        steps(step("REMINDER", 1));
        comparison.commitments(commitment("MET"));
        comparison.payments(payment("PAYABLE", 225_000));
        comparison.decisions(Map.of());
        assertThat(findings.lines()).isEmpty();
    }

    @Test
    void anotherStepIsTold() throws IOException {
        steps(step("SUSPENSION_WARNING", 2));
        assertTold("steps at the end");
    }

    @Test
    void aMissingStepIsTold() {
        steps();
        assertTold("steps at the end");
    }

    @Test
    void aStepTwiceIsTold() throws IOException {
        steps(step("REMINDER", 1), step("REMINDER", 1));
        assertTold("each once: expected 1, found 2");
    }

    @Test
    void anotherAttributionIsTold() throws IOException {
        steps(
                read(
                        SanctionStep.class,
                        JSON.writeValueAsString(step("REMINDER", 1))
                                .replace("FAMILY", "FACILITATOR")));
        assertTold("found FACILITATOR");
    }

    @Test
    void anotherCommitmentResultIsTold() throws IOException {
        comparison.commitments(commitment("NOT_MET"));
        assertTold("expected [SD MET], found [SD NOT_MET]");
    }

    @Test
    void aFamilyWithoutItsAssessmentIsTold() {
        comparison.commitments(Map.of());
        assertTold("expected [SD MET], found []");
    }

    @Test
    void anotherAmountOrStatusIsTold() throws IOException {
        comparison.payments(payment("HELD", 225_000));
        comparison.payments(payment("PAYABLE", 225_001));
        assertTold("found [HELD Rp225,000]");
        assertTold("found [PAYABLE Rp225,001]");
    }

    @Test
    void aMissingPaymentIsTold() {
        comparison.payments(Map.of());
        assertTold("payments: expected 1, found 0");
    }

    @Test
    void aDecisionNobodyExpectedIsTold() {
        comparison.decisions(Map.of(KPM, "SUSPEND"));
        assertTold("decision");
    }
}
