package id.pkh.platform.web;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.net.URI;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.RestResponse.Status;

/**
 * Work that may continue after the answer. An answer 202 has the location of what shows its
 * progress, and the seconds after which it is worth reading.
 */
@Provider
public class ContinuedWork implements ContainerResponseFilter {

    public static final int ACCEPTED = 202;

    /**
     * Answers a request for such work.
     *
     * @param path where the work and its result can be read, also by this caller
     */
    public static <T> RestResponse<T> answer(int status, T shown, String path) {
        return ResponseBuilder.create(Status.fromStatusCode(status), shown)
                .location(URI.create(path))
                .build();
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getStatus() == ACCEPTED) {
            response.getHeaders().putSingle(HttpHeaders.RETRY_AFTER, Problems.RETRY_AFTER_SECONDS);
        }
    }
}
