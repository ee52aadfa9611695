package id.pkh.console.page;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** Switches the language and returns to the previous page. */
@Path("/language/{tag}")
public class LanguageResource {

    private static final int ONE_YEAR_SECONDS = (int) Duration.ofDays(365).toSeconds();

    @GET
    @PermitAll
    public Response choose(@RestPath String tag, @RestQuery String back) {
        if (!Languages.isOurs(tag)) {
            throw new NotFoundException();
        }
        return Response.seeOther(LocalPath.orHome(back))
                .cookie(
                        new NewCookie.Builder(Languages.COOKIE)
                                .value(tag)
                                .path("/")
                                .maxAge(ONE_YEAR_SECONDS)
                                .sameSite(NewCookie.SameSite.LAX)
                                .build())
                .build();
    }
}
