package id.pkh.console.signin;

import id.pkh.console.Access;
import id.pkh.console.page.Frames;
import id.pkh.console.page.LocalPath;
import io.quarkus.oidc.AuthorizationCodeFlow;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.jwt.auth.principal.JWTParser;
import io.smallrye.jwt.auth.principal.ParseException;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;

/** Stores a token of the identity provider in a cookie that scripts cannot read. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
@Blocking
public class SignInResource {

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance signIn(String next, String problem, boolean provider);
    }

    private final JWTParser tokens;
    private final Frames frames;
    private final HttpServerRequest request;
    private final RoutingContext call;
    private final FormTokens forms;
    private final String cookie;
    private final boolean provider;

    SignInResource(
            JWTParser tokens,
            Frames frames,
            HttpServerRequest request,
            RoutingContext call,
            FormTokens forms,
            @ConfigProperty(name = "mp.jwt.token.cookie") String cookie,
            @ConfigProperty(name = "quarkus.oidc.tenant-enabled") boolean provider) {
        this.tokens = tokens;
        this.frames = frames;
        this.request = request;
        this.call = call;
        this.forms = forms;
        this.cookie = cookie;
        this.provider = provider;
    }

    @GET
    @Path("sign-in")
    @PermitAll
    public TemplateInstance form(@RestQuery String next) {
        return frames.showToAnybody(page(LocalPath.orHome(next), ""));
    }

    /**
     * Sends a user who is not signed in at the provider there; after signing in, the user returns
     * here and continues.
     */
    @GET
    @Path("signed-in")
    @AuthorizationCodeFlow
    @RolesAllowed({Access.OPERATIONS, Access.AUDITOR})
    public Response signedIn(@RestQuery String next) {
        return Response.seeOther(LocalPath.orHome(next)).build();
    }

    /**
     * The provider's logout filter answers this request, which also ends the session at the
     * provider; a form cannot leave this site.
     */
    @GET
    @Path("sign-out")
    @AuthorizationCodeFlow
    @Authenticated
    public Response signOutAtProvider() {
        return Response.seeOther(URI.create("/sign-in")).build();
    }

    @POST
    @Path("sign-in")
    @PermitAll
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response signIn(@RestForm String token, @RestForm String next) {
        String given = token == null ? "" : token.strip().replaceFirst("(?i)^bearer\\s+", "");
        URI where = LocalPath.orHome(next);
        JsonWebToken person;
        try {
            person = tokens.parse(given);
        } catch (ParseException refused) {
            return again(where, "TOKEN");
        }
        if (person.getGroups() == null
                || !(person.getGroups().contains(Access.OPERATIONS)
                        || person.getGroups().contains(Access.AUDITOR))) {
            return again(where, "ROLE");
        }
        long seconds = person.getExpirationTime() - Clock.systemUTC().instant().getEpochSecond();
        forms.renew(call);
        return Response.seeOther(where).cookie(session(given, (int) seconds)).build();
    }

    @POST
    @Path("sign-out")
    @PermitAll
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response signOut() {
        return Response.seeOther(URI.create("/sign-in")).cookie(session("", 0)).build();
    }

    private Response again(URI next, String problem) {
        return Response.status(422)
                .entity(frames.showToAnybody(page(next, problem)).render())
                .build();
    }

    private TemplateInstance page(URI next, String problem) {
        return Templates.signIn(next.toString(), problem, provider);
    }

    private NewCookie session(String token, int seconds) {
        return new NewCookie.Builder(cookie)
                .value(token)
                .path("/")
                .maxAge(seconds)
                .httpOnly(true)
                .secure(cookie.startsWith(FormTokens.HOST_ONLY) || request.isSSL())
                .sameSite(NewCookie.SameSite.STRICT)
                .build();
    }
}
