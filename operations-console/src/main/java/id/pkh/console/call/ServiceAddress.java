package id.pkh.console.call;

import io.quarkus.rest.client.reactive.Url;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.concurrent.CompletionStage;

/** Any address of a service: the pages choose its path and its query. */
public interface ServiceAddress {

    @GET
    CompletionStage<Response> get(
            @Url URI address,
            @HeaderParam("Authorization") String authorization,
            @HeaderParam("Accept-Language") String language,
            @HeaderParam("X-Correlation-ID") String correlationId,
            @HeaderParam("traceparent") String traceparent);

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    CompletionStage<Response> post(
            @Url URI address,
            @HeaderParam("Authorization") String authorization,
            @HeaderParam("Accept-Language") String language,
            @HeaderParam("X-Correlation-ID") String correlationId,
            @HeaderParam("traceparent") String traceparent,
            String json);
}
