package id.pkh.disbursement.support;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import id.pkh.localstack.JvmWide;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A bank at the other end of SNAP BI. It checks both signatures with its own means, and answers
 * what a test has set.
 */
public class StubSnapBank implements QuarkusTestResourceLifecycleManager {

    public static final String BANK = "BTN";

    private static final List<String> BANKS = List.of("BRI", BANK);

    private static final String PATH = "/snap/v1.0/transfer/status";
    private static final String CLIENT = "PKH-TEST";
    private static final String SECRET = "secret-of-the-test";
    private static final String TOKEN = "token-of-the-test";
    private static final String ANSWER = "answer";
    private static final String ASKED = "asked";
    private static final String EXTERNAL = "external";
    private static final ObjectMapper JSON = new ObjectMapper();

    private HttpServer server;
    private KeyPair keys;

    @Override
    public Map<String, String> start() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            keys = generator.generateKeyPair();
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/snap/v1.0/access-token/b2b", this::token);
        server.createContext(PATH, this::status);
        server.start();
        Map<String, String> settings = new HashMap<>();
        settings.put("pkh.disbursement.snap.timeout", "2s");
        for (String bank : BANKS) {
            String of = "pkh.disbursement.snap.banks." + bank + ".";
            settings.put(
                    of + "url", "http://localhost:" + server.getAddress().getPort() + "/snap/");
            settings.put(of + "client-id", CLIENT);
            settings.put(of + "client-secret", SECRET);
            settings.put(
                    of + "private-key-base64",
                    Base64.getEncoder().encodeToString(keys.getPrivate().getEncoded()));
            settings.put(of + "partner-id", "PKH");
            settings.put(of + "channel-id", "95221");
        }
        return settings;
    }

    @Override
    public void stop() {
        server.stop(0);
    }

    /** The test resource and the tests are loaded by different class loaders. */
    @SuppressWarnings("unchecked")
    private static Map<String, String> known() {
        return (Map<String, String>)
                JvmWide.values()
                        .computeIfAbsent("stub bank of SNAP", name -> new ConcurrentHashMap<>());
    }

    /** Sets the next answers; {@code status JSON}. */
    public static void answers(int status, String json) {
        known().clear();
        known().put(ANSWER, status + " " + json);
    }

    /** The reference about which the bank was asked last. */
    public static String asked() {
        return known().get(ASKED);
    }

    /** The number of the last question. */
    public static String external() {
        return known().get(EXTERNAL);
    }

    private void token(HttpExchange call) throws IOException {
        String signed =
                call.getRequestHeaders().getFirst("X-CLIENT-KEY")
                        + "|"
                        + call.getRequestHeaders().getFirst("X-TIMESTAMP");
        try {
            Signature check = Signature.getInstance("SHA256withRSA");
            check.initVerify(keys.getPublic());
            check.update(signed.getBytes(StandardCharsets.UTF_8));
            boolean isOurs =
                    check.verify(
                            Base64.getDecoder()
                                    .decode(call.getRequestHeaders().getFirst("X-SIGNATURE")));
            answer(
                    call,
                    isOurs ? 200 : 401,
                    "{\"accessToken\":\"%s\",\"tokenType\":\"Bearer\",\"expiresIn\":\"900\"}"
                            .formatted(TOKEN));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private void status(HttpExchange call) throws IOException {
        byte[] body = call.getRequestBody().readAllBytes();
        JsonNode json = JSON.readTree(body);
        known().put(ASKED, json.path("originalPartnerReferenceNo").asText());
        known().put(EXTERNAL, call.getRequestHeaders().getFirst("X-EXTERNAL-ID"));
        if (!isSigned(call, body)) {
            answer(call, 401, "{\"responseCode\":\"4013600\"}");
            return;
        }
        String[] next = known().get(ANSWER).split(" ", 2);
        answer(call, Integer.parseInt(next[0]), next[1]);
    }

    private static boolean isSigned(HttpExchange call, byte[] body) {
        try {
            String hash =
                    HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
            String signed =
                    "POST:%s:%s:%s:%s"
                            .formatted(
                                    PATH,
                                    TOKEN,
                                    hash,
                                    call.getRequestHeaders().getFirst("X-TIMESTAMP"));
            Mac mac = Mac.getInstance("HmacSHA512");
            mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA512"));
            return Base64.getEncoder()
                    .encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)))
                    .equals(call.getRequestHeaders().getFirst("X-SIGNATURE"));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void answer(HttpExchange call, int status, String text) {
        try (call) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            call.sendResponseHeaders(status, bytes.length);
            call.getResponseBody().write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
