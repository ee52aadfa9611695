package id.pkh.district.outside;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Receives events as Standard Webhooks says: checks the signature of what arrived, stores each id
 * once, answers, and lets everything else wait. What is not signed is refused.
 */
public final class SignedReceiver implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PATH = "/events";
    private static final String SECRET_PREFIX = "whsec_";
    private static final String SCHEME = "v1,";
    private static final String ALGORITHM = "HmacSHA256";
    private static final int STORED = 204;
    private static final int NOT_SIGNED = 401;

    private final HttpServer server;
    private final Map<String, OutsideEvent> stored = new LinkedHashMap<>();
    private final List<String> timestamps = new ArrayList<>();
    private String secret = "";
    private int refused;

    public SignedReceiver() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new OutsideFailure("no port for the receiver", e);
        }
        server.createContext(PATH, this::receive);
        server.start();
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + PATH);
    }

    /**
     * @param whsec the secret of the subscription
     */
    public synchronized void trust(String whsec) {
        secret = whsec;
    }

    /** Everything that came, each event once, in the order in which it came first. */
    public synchronized List<OutsideEvent> events() {
        return List.copyOf(stored.values());
    }

    /** Seconds since 1970 of each signed request. */
    public synchronized List<String> timestamps() {
        return List.copyOf(timestamps);
    }

    public synchronized int refused() {
        return refused;
    }

    /** From now on nobody answers at the address. */
    @Override
    public void close() {
        server.stop(0);
    }

    private void receive(HttpExchange exchange) throws IOException {
        try (exchange) {
            var headers = exchange.getRequestHeaders();
            String body =
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            boolean isTaken =
                    take(
                            headers.getFirst("webhook-id"),
                            headers.getFirst("webhook-timestamp"),
                            headers.getFirst("webhook-signature"),
                            body);
            exchange.sendResponseHeaders(isTaken ? STORED : NOT_SIGNED, -1);
        }
    }

    synchronized boolean take(String id, String timestamp, String signatures, String body)
            throws IOException {
        if (id == null || timestamp == null || signatures == null || secret.isEmpty()) {
            refused++;
            return false;
        }
        byte[] expected = hmac(id + '.' + timestamp + '.' + body);
        for (String signature : signatures.split(" ")) {
            if (signature.startsWith(SCHEME) && isSame(expected, signature)) {
                store(JSON.readTree(body));
                timestamps.add(timestamp);
                return true;
            }
        }
        refused++;
        return false;
    }

    private static boolean isSame(byte[] expected, String signature) {
        try {
            return MessageDigest.isEqual(
                    expected, Base64.getDecoder().decode(signature.substring(SCHEME.length())));
        } catch (IllegalArgumentException notBase64) {
            return false;
        }
    }

    private void store(JsonNode body) {
        if (body.isArray()) {
            body.forEach(this::store);
        } else {
            OutsideEvent event = OutsideEvent.of(body);
            stored.putIfAbsent(event.id(), event);
        }
    }

    private byte[] hmac(String signed) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(
                    new SecretKeySpec(
                            Base64.getDecoder().decode(secret.substring(SECRET_PREFIX.length())),
                            ALGORITHM));
            return mac.doFinal(signed.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new OutsideFailure("this JVM has no " + ALGORITHM, e);
        }
    }
}
