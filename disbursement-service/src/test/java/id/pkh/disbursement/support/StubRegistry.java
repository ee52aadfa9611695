package id.pkh.disbursement.support;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsServer;
import id.pkh.localstack.JvmWide;
import id.pkh.testsupport.rest.LoopbackCertificate;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Responds to payee requests as the registry does. A test sets the payees that it knows. */
public class StubRegistry implements QuarkusTestResourceLifecycleManager {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final String ANSWERS = "registry at the door: next answers";
    private static final String LEFT = "registry at the door: answers left";
    private static final String ASKED = "registry at the door: last token";
    private static final String CORRELATION = "registry at the door: last correlation id";
    private static final String TRACE = "registry at the door: last trace context";
    private static final String RETRY_AFTER = "registry at the door: seconds to wait";
    private static final String BUSY = "registry at the door: calls while it is busy";
    private static final String FAULT = "registry at the door: fault";
    private static final String ENCRYPTED = "registry at the door: address with TLS";
    private static final String CALLS = "registry at the door: calls";

    private final LoopbackCertificate certificate = LoopbackCertificate.make();
    private HttpServer server;
    private HttpsServer encrypted;

    @Override
    public Map<String, String> start() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            encrypted = certificate.server();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        // one thread each, because a call may hang
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/api/v1/payees/reveal", this::answer);
        server.start();
        encrypted.createContext("/api/v1/payees/reveal", this::answer);
        encrypted.start();
        known().put(ENCRYPTED, "https://localhost:" + encrypted.getAddress().getPort());
        return Map.of(
                "pkh.disbursement.registry.url",
                "http://localhost:" + server.getAddress().getPort(),
                "quarkus.tls.services.trust-store.pem.certs",
                certificate.pem().toString());
    }

    @Override
    public void stop() {
        server.stop(0);
        encrypted.stop(0);
    }

    /** The test resource and the tests are loaded by different class loaders. */
    @SuppressWarnings("unchecked")
    private static Map<String, String> known() {
        return (Map<String, String>)
                JvmWide.values()
                        .computeIfAbsent("stub registry", name -> new ConcurrentHashMap<>());
    }

    public static void knows(UUID kpmId, String bank, String name, String account) {
        knows(kpmId, bank, name, account, "true");
    }

    /** A change of the account waits for a second person, so its number is not given. */
    public static void knowsUnconfirmed(UUID kpmId, String bank, String name) {
        knows(kpmId, bank, name, null, "false");
    }

    /** A registry of an earlier release, which does not say whether an account is confirmed. */
    public static void knowsWithoutSaying(UUID kpmId, String bank, String name, String account) {
        knows(kpmId, bank, name, account, "null");
    }

    private static void knows(
            UUID kpmId, String bank, String name, String account, String confirmed) {
        known().put(
                        kpmId.toString(),
                        """
                        {"kpm_id":"%s","paying_bank":%s,"payee_name":%s,"account_number":%s,"account_confirmed":%s,"more":1}"""
                                .formatted(
                                        kpmId,
                                        quoted(bank),
                                        quoted(name),
                                        quoted(account),
                                        confirmed));
    }

    /** Sets the status of all later responses; with 200 it returns payees again. */
    public static void answers(int status) {
        known().put(ANSWERS, Integer.toString(status));
        known().remove(LEFT);
        known().remove(BUSY);
        known().put(CALLS, "0");
        is("well");
    }

    /** Accepts requests and does not respond. */
    public static void hangs() {
        is("slow");
    }

    /** Closes the connection of each request. */
    public static void breaksOff() {
        is("broken");
    }

    /** Responds with a page of another server. */
    public static void answersGarbage() {
        is("garbage");
    }

    /** Asks the caller to wait, for the given number of requests. */
    public static void isBusy(int status, int calls, int retryAfterSeconds) {
        known().put(ANSWERS, Integer.toString(status));
        known().put(BUSY, Integer.toString(calls));
        known().put(RETRY_AFTER, Integer.toString(retryAfterSeconds));
    }

    private static void is(String fault) {
        synchronized (known()) {
            known().put(FAULT, fault);
            known().notifyAll();
        }
    }

    /** The same registry behind TLS. Only the trust store for calls of services knows it. */
    public static URI encrypted() {
        return URI.create(known().get(ENCRYPTED));
    }

    public static int calls() {
        return Integer.parseInt(known().get(CALLS));
    }

    public static String lastCorrelationId() {
        return known().get(CORRELATION);
    }

    public static String lastTrace() {
        return known().get(TRACE);
    }

    /** Returns payees for the given number of requests, then responds with 503. */
    public static void failsAfter(int answers) {
        known().put(ANSWERS, "200");
        known().put(LEFT, Integer.toString(answers));
    }

    public static String lastToken() {
        return known().get(ASKED);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        known().put(ASKED, exchange.getRequestHeaders().getFirst("Authorization"));
        put(CORRELATION, exchange.getRequestHeaders().getFirst("X-Correlation-ID"));
        put(TRACE, all(exchange.getRequestHeaders().get("traceparent")));
        known().merge(CALLS, "1", StubRegistry::sum);
        switch (known().getOrDefault(FAULT, "well")) {
            case "slow" -> hang(exchange);
            case "broken" -> exchange.close();
            case "garbage" -> send(exchange, 200, "<html>signed out</html>");
            default -> answer(exchange, body);
        }
    }

    /** A header that was written twice would show as two values. */
    private static String all(List<String> values) {
        return values == null ? null : String.join(" and ", values);
    }

    private static void put(String name, String value) {
        known().put(name, value == null ? "" : value);
    }

    private static String sum(String one, String other) {
        return Integer.toString(Integer.parseInt(one) + Integer.parseInt(other));
    }

    /** Until the registry is well again. */
    private static void hang(HttpExchange exchange) {
        synchronized (known()) {
            try {
                while ("slow".equals(known().get(FAULT))) {
                    known().wait();
                }
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }
        exchange.close();
    }

    private static void answer(HttpExchange exchange, String body) throws IOException {
        int status = Integer.parseInt(known().getOrDefault(ANSWERS, "200"));
        int left = Integer.parseInt(known().getOrDefault(LEFT, "-1"));
        if (left >= 0) {
            status = left == 0 ? 503 : status;
            known().put(LEFT, Integer.toString(Math.max(0, left - 1)));
        }
        int busy = Integer.parseInt(known().getOrDefault(BUSY, "-1"));
        if (busy > 0) {
            exchange.getResponseHeaders().set("Retry-After", known().get(RETRY_AFTER));
            known().put(BUSY, Integer.toString(busy - 1));
        } else if (busy == 0) {
            status = 200;
        }
        StringBuilder items = new StringBuilder();
        Matcher id = ID.matcher(familyIds(body));
        while (id.find()) {
            String payee = known().get(id.group());
            if (payee != null) {
                items.append(items.length() == 0 ? "" : ",").append(payee);
            }
        }
        send(exchange, status, "{\"items\":[" + items + "]}");
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] answer = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }

    private static String familyIds(String body) {
        int from = body.indexOf("family_ids");
        return from < 0 ? "" : body.substring(from, body.indexOf(']', from) + 1);
    }

    private static String quoted(String text) {
        return text == null
                ? "null"
                : '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\t", "\\t") + '"';
    }
}
