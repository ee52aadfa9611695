package id.pkh.platform.web;

import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.Principal;
import java.util.HexFormat;

/**
 * Computes the hash of a body that is sent with an idempotency key, before JSON becomes objects.
 * Runs after the {@link BodyLimit}, so the body fits in memory.
 */
@Provider
@Priority(Priorities.USER)
public class IdempotencyFilter implements ContainerRequestFilter {

    static final String HEADER = "Idempotency-Key";

    private final IdempotentRequest idempotent;
    private final Instance<WebConfig> config; // filters are made before the configuration is read

    @Context ResourceInfo resource;

    IdempotencyFilter(IdempotentRequest idempotent, Instance<WebConfig> config) {
        this.idempotent = idempotent;
        this.config = config;
    }

    @Override
    public void filter(ContainerRequestContext request) throws IOException {
        String key = request.getHeaderString(HEADER);
        if (key == null || !isIdempotent()) {
            return;
        }
        byte[] body = new byte[0];
        if (request.hasEntity()) {
            int maxBytes = Math.toIntExact(config.get().json().maxSize().asLongValue());
            body = request.getEntityStream().readNBytes(maxBytes + 1);
            if (body.length > maxBytes) {
                throw BodyLimit.tooLarge(maxBytes);
            }
            request.setEntityStream(new ByteArrayInputStream(body));
        }
        Principal principal = request.getSecurityContext().getUserPrincipal();
        idempotent.seen(
                key.strip(),
                principal == null ? "" : principal.getName(),
                request.getMethod() + " " + request.getUriInfo().getRequestUri().getPath(),
                sha256(body));
    }

    private boolean isIdempotent() {
        return resource.getResourceMethod().isAnnotationPresent(Idempotent.class)
                || resource.getResourceClass().isAnnotationPresent(Idempotent.class);
    }

    private static String sha256(byte[] body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
