package id.pkh.console.signin;

import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.WithFormRead;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;

/** Refuses a form that was not made by a page of this console for this session. */
class FormTokenFilter {

    private static final String FIELD = "csrf-token";
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

    private final FormTokens tokens;

    FormTokenFilter(FormTokens tokens) {
        this.tokens = tokens;
    }

    @ServerRequestFilter
    @WithFormRead
    Optional<Response> check(ResteasyReactiveContainerRequestContext request, RoutingContext call) {
        if (SAFE.contains(request.getMethod())) {
            tokens.remember(call);
            return Optional.empty();
        }
        boolean valid =
                MediaType.APPLICATION_FORM_URLENCODED_TYPE.isCompatible(request.getMediaType())
                        && request.hasEntity()
                        && tokens.isValid(fieldOf(request), call);
        return valid ? Optional.empty() : Optional.of(Response.status(400).build());
    }

    private static String fieldOf(ResteasyReactiveContainerRequestContext request) {
        return (String)
                ((ResteasyReactiveRequestContext) request.getServerRequestContext())
                        .getFormParameter(FIELD, true, false);
    }

    /** What the pages put into their forms. */
    @Named("csrf")
    @RequestScoped
    static class Field {

        private final FormTokens tokens;
        private final RoutingContext call;

        Field(FormTokens tokens, RoutingContext call) {
            this.tokens = tokens;
            this.call = call;
        }

        public String getParameterName() {
            return FIELD;
        }

        public String getToken() {
            return tokens.newToken(call);
        }
    }
}
