package id.pkh.platform.web;

import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;

/** Refuses JSON bodies above a limit; files have limits of their own. */
@Provider
@Priority(Priorities.ENTITY_CODER)
public class BodyLimit implements ContainerRequestFilter {

    private final Instance<WebConfig> config; // filters are made before the configuration is read

    BodyLimit(Instance<WebConfig> config) {
        this.config = config;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        if (!isJson(request.getMediaType())) {
            return;
        }
        long maxBytes = config.get().json().maxSize().asLongValue();
        if (announcedBytes(request) > maxBytes) {
            throw tooLarge(maxBytes);
        }
        if (request.hasEntity()) {
            request.setEntityStream(new Limited(request.getEntityStream(), maxBytes));
        }
    }

    static boolean isJson(MediaType type) {
        return type != null
                && type.getType().equalsIgnoreCase("application")
                && (type.getSubtype().equalsIgnoreCase("json")
                        || type.getSubtype().toLowerCase().endsWith("+json"));
    }

    private static long announcedBytes(ContainerRequestContext request) {
        String announced = request.getHeaderString("Content-Length");
        try {
            return announced == null ? -1 : Long.parseLong(announced.trim());
        } catch (NumberFormatException malformed) {
            throw Refused.because(WebRefusals.INVALID_REQUEST, malformed);
        }
    }

    static Refused tooLarge(long maxBytes) {
        return Refused.because(WebRefusals.BODY_TOO_LARGE).with("max_bytes", maxBytes);
    }

    private static final class Limited extends InputStream {

        private final InputStream in;
        private final long maxBytes;
        private long bytes;

        Limited(InputStream in, long maxBytes) {
            this.in = in;
            this.maxBytes = maxBytes;
        }

        @Override
        public int read() throws IOException {
            int b = in.read();
            count(b < 0 ? 0 : 1);
            return b;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int read = in.read(target, offset, length);
            count(Math.max(0, read));
            return read;
        }

        @Override
        public void close() throws IOException {
            in.close();
        }

        private void count(int read) {
            bytes += read;
            if (bytes > maxBytes) {
                throw tooLarge(maxBytes);
            }
        }
    }
}
