package id.pkh.platform.web;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.Principal;
import java.util.HexFormat;

/**
 * Takes the hash of a body that comes with an idempotency key, before JSON becomes objects. Runs
 * after the {@link BodyLimit}, so the body fits in memory.
 */
@Provider
@Priority(Priorities.USER)
class IdempotencyFilter implements ContainerRequestFilter {

    static final String HEADER = "Idempotency-Key";

    @Inject IdempotentRequest idempotent;

    @Override
    public void filter(ContainerRequestContext request) throws IOException {
        String key = request.getHeaderString(HEADER);
        boolean hasBody = request.getMediaType() != null;
        if (key == null || (hasBody && !BodyLimit.isJson(request.getMediaType()))) {
            return;
        }
        byte[] body = new byte[0];
        if (hasBody) {
            body = request.getEntityStream().readAllBytes();
            request.setEntityStream(new ByteArrayInputStream(body));
        }
        Principal principal = request.getSecurityContext().getUserPrincipal();
        idempotent.seen(
                key.strip(),
                principal == null ? "" : principal.getName(),
                request.getMethod() + " " + request.getUriInfo().getRequestUri().getPath(),
                sha256(body));
    }

    private static String sha256(byte[] body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
