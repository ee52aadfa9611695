package id.pkh.registry.client;

import io.quarkus.rest.client.reactive.Url;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;

/** Any operation of another service, in the name of the caller. */
public interface AnyOperation {

    @GET
    Response get(
            @Url URI address,
            @HeaderParam("Authorization") String authorization,
            @HeaderParam("Accept-Language") String language,
            @HeaderParam("X-Correlation-ID") String correlationId,
            @HeaderParam("traceparent") String traceparent);

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    Response post(
            @Url URI address,
            @HeaderParam("Authorization") String authorization,
            @HeaderParam("Accept-Language") String language,
            @HeaderParam("X-Correlation-ID") String correlationId,
            @HeaderParam("traceparent") String traceparent,
            String json);
}
