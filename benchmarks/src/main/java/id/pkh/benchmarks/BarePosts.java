package id.pkh.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The most that this machine posts: the client of the JDK sends signed bodies from memory, one at a
 * time to each receiver, and keeps nothing.
 */
final class BarePosts {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int KEY_BYTES = 32;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** A body and its id. */
    record Message(String id, String body) {}

    /** Sends every message to every receiver; returns the seconds that it took. */
    double seconds(List<Message> messages, List<URI> receivers) {
        ExecutorService senders = Executors.newFixedThreadPool(receivers.size());
        long start = System.nanoTime();
        try {
            List<Future<?>> sendings = new ArrayList<>();
            for (URI receiver : receivers) {
                sendings.add(
                        senders.submit(
                                () -> {
                                    for (Message message : messages) {
                                        post(message, receiver);
                                    }
                                    return null;
                                }));
            }
            for (Future<?> sending : sendings) {
                sending.get();
            }
        } catch (ExecutionException e) {
            throw new CannotRun("a bare request failed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotRun("interrupted", e);
        } finally {
            senders.shutdownNow();
        }
        return (System.nanoTime() - start) / 1e9;
    }

    private void post(Message message, URI receiver)
            throws IOException, InterruptedException, GeneralSecurityException {
        String timestamp = Long.toString(System.currentTimeMillis() / 1_000);
        HttpRequest request =
                HttpRequest.newBuilder(receiver)
                        .header("Content-Type", "application/cloudevents+json; charset=UTF-8")
                        .header("webhook-id", message.id())
                        .header("webhook-timestamp", timestamp)
                        .header("webhook-signature", signature(message, timestamp))
                        .POST(BodyPublishers.ofString(message.body()))
                        .build();
        client.send(request, BodyHandlers.discarding());
    }

    private static String signature(Message message, String timestamp)
            throws GeneralSecurityException {
        Mac mac = Mac.getInstance(ALGORITHM);
        mac.init(new SecretKeySpec(new byte[KEY_BYTES], ALGORITHM));
        byte[] signed =
                mac.doFinal(
                        "%s.%s.%s"
                                .formatted(message.id(), timestamp, message.body())
                                .getBytes(StandardCharsets.UTF_8));
        return "v1," + Base64.getEncoder().encodeToString(signed);
    }
}
