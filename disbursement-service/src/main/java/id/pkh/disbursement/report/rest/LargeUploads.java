package id.pkh.disbursement.report.rest;

import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.HttpServerOptions;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Banks send files of hundreds of megabytes. Each piece of a body goes from one thread to another
 * and is asked for by the other: with the usual eight kilobytes most of the time goes into that.
 */
@ApplicationScoped
public class LargeUploads implements HttpServerOptionsCustomizer {

    private static final int PIECE_BYTES = 256 * 1024;

    @Override
    public void customizeHttpServer(HttpServerOptions options) {
        options.setReceiveBufferSize(PIECE_BYTES).setMaxChunkSize(PIECE_BYTES);
    }
}
