package id.pkh.disbursement.report.rest;

import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.HttpServerOptions;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Banks send files of hundreds of megabytes. Each piece of a request body is passed between two
 * threads. With the default size of eight kilobytes, most of the time would be spent on passing
 * pieces.
 */
@ApplicationScoped
public class LargeUploads implements HttpServerOptionsCustomizer {

    private static final int PIECE_BYTES = 256 * 1024;

    @Override
    public void customizeHttpServer(HttpServerOptions options) {
        options.setReceiveBufferSize(PIECE_BYTES).setMaxChunkSize(PIECE_BYTES);
    }
}
