package id.pkh.systemtests;

import com.google.protobuf.InvalidProtocolBufferException;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.trace.v1.Span;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Takes spans as a collector does: OTLP over gRPC, which is HTTP/2 with a prefix of five bytes
 * before each message.
 */
final class SpanCollector implements AutoCloseable {

    private static final int PREFIX = 5;
    private static final Buffer NO_MESSAGE = Buffer.buffer(new byte[PREFIX]);

    /** A span and the service that made it. */
    record Collected(String service, Span span) {}

    private final Vertx vertx = Vertx.vertx();
    private final int port;
    private final List<Collected> spans = new CopyOnWriteArrayList<>();
    private final List<String> texts = new CopyOnWriteArrayList<>();

    SpanCollector() {
        port =
                vertx.createHttpServer()
                        .requestHandler(this::take)
                        .listen(0, "127.0.0.1")
                        .toCompletionStage()
                        .toCompletableFuture()
                        .join()
                        .actualPort();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + port);
    }

    List<Collected> spans() {
        return spans;
    }

    /** Everything that was sent, as far as it is text. */
    String sent() {
        return String.join("\n", texts);
    }

    private void take(HttpServerRequest request) {
        request.body()
                .onSuccess(
                        body -> {
                            keep(body.getBytes(PREFIX, body.length()));
                            HttpServerResponse response = request.response();
                            response.putHeader("content-type", "application/grpc");
                            response.putTrailer("grpc-status", "0");
                            response.end(NO_MESSAGE);
                        });
    }

    private void keep(byte[] message) {
        try {
            texts.add(new String(message, StandardCharsets.ISO_8859_1));
            ExportTraceServiceRequest.parseFrom(message)
                    .getResourceSpansList()
                    .forEach(
                            resource -> {
                                String service =
                                        resource.getResource().getAttributesList().stream()
                                                .filter(a -> a.getKey().equals("service.name"))
                                                .map(a -> a.getValue().getStringValue())
                                                .findFirst()
                                                .orElse("");
                                resource.getScopeSpansList().stream()
                                        .flatMap(scope -> scope.getSpansList().stream())
                                        .forEach(span -> spans.add(new Collected(service, span)));
                            });
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalArgumentException("not what a collector takes", e);
        }
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
