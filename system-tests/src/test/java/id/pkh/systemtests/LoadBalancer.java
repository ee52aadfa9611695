package id.pkh.systemtests;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import id.pkh.launcher.stack.ServiceProcess;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Gives each request to the next process of a service that listens, as a cluster does. */
final class LoadBalancer implements AutoCloseable {

    private static final Set<String> OF_THE_CONNECTION =
            Set.of(
                    "connection",
                    "content-length",
                    "expect",
                    "host",
                    "transfer-encoding",
                    "upgrade");

    private final List<ServiceProcess> processes;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final AtomicInteger turn = new AtomicInteger();

    private LoadBalancer(List<ServiceProcess> processes) throws IOException {
        this.processes = List.copyOf(processes);
        this.server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::forward);
    }

    static LoadBalancer of(List<ServiceProcess> processes) {
        try {
            LoadBalancer balancer = new LoadBalancer(processes);
            balancer.server.start();
            return balancer;
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
    }

    URI address() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    private void forward(HttpExchange exchange) throws IOException {
        Path body = Files.createTempFile("balanced", ".body");
        try (exchange) {
            try (OutputStream kept = Files.newOutputStream(body)) {
                exchange.getRequestBody().transferTo(kept);
            }
            HttpResponse<InputStream> answer = answered(exchange, body);
            answer.headers()
                    .map()
                    .forEach(
                            (name, values) -> {
                                if (isOfTheMessage(name)) {
                                    exchange.getResponseHeaders().put(name, values);
                                }
                            });
            try (InputStream content = answer.body()) {
                byte[] bytes = content.readAllBytes();
                exchange.sendResponseHeaders(
                        answer.statusCode(), bytes.length == 0 ? -1 : bytes.length);
                exchange.getResponseBody().write(bytes);
            }
        } finally {
            Files.delete(body);
        }
    }

    private HttpResponse<InputStream> answered(HttpExchange exchange, Path body)
            throws IOException {
        ConnectException nobody = new ConnectException("no process listens");
        for (int attempt = 0; attempt < processes.size(); attempt++) {
            ServiceProcess next =
                    processes.get(Math.floorMod(turn.getAndIncrement(), processes.size()));
            try {
                return client.send(
                        request(exchange, next.address(), body),
                        HttpResponse.BodyHandlers.ofInputStream());
            } catch (ConnectException notListening) {
                nobody = notListening;
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new IOException(stopped);
            }
        }
        throw nobody;
    }

    private static HttpRequest request(HttpExchange exchange, URI address, Path body)
            throws IOException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(address.resolve(exchange.getRequestURI()))
                        .method(
                                exchange.getRequestMethod(),
                                Files.size(body) == 0
                                        ? HttpRequest.BodyPublishers.noBody()
                                        : HttpRequest.BodyPublishers.ofFile(body));
        exchange.getRequestHeaders()
                .forEach(
                        (name, values) -> {
                            if (isOfTheMessage(name)) {
                                values.forEach(value -> request.header(name, value));
                            }
                        });
        return request.build();
    }

    private static boolean isOfTheMessage(String header) {
        return !header.startsWith(":") && !OF_THE_CONNECTION.contains(header.toLowerCase());
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
