package id.pkh.console.signin;

import id.pkh.console.Access;
import id.pkh.console.page.Frames;
import id.pkh.console.page.LocalPath;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.jwt.auth.principal.JWTParser;
import io.smallrye.jwt.auth.principal.ParseException;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
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

/** A token of the identity provider becomes a cookie that no script can read. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
@Blocking
public class SignInResource {

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance signIn(String next, String problem);
    }

    private final JWTParser tokens;
    private final Frames frames;
    private final HttpServerRequest request;
    private final String cookie;

    SignInResource(
            JWTParser tokens,
            Frames frames,
            HttpServerRequest request,
            @ConfigProperty(name = "mp.jwt.token.cookie") String cookie) {
        this.tokens = tokens;
        this.frames = frames;
        this.request = request;
        this.cookie = cookie;
    }

    @GET
    @Path("sign-in")
    @PermitAll
    public TemplateInstance form(@RestQuery String next) {
        return frames.showToAnybody(Templates.signIn(LocalPath.orHome(next).toString(), ""));
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
                .entity(frames.showToAnybody(Templates.signIn(next.toString(), problem)).render())
                .build();
    }

    private NewCookie session(String token, int seconds) {
        return new NewCookie.Builder(cookie)
                .value(token)
                .path("/")
                .maxAge(seconds)
                .httpOnly(true)
                .secure(request.isSSL())
                .sameSite(NewCookie.SameSite.STRICT)
                .build();
    }
}
