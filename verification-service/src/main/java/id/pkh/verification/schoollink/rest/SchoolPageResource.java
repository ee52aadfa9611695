package id.pkh.verification.schoollink.rest;

import id.pkh.platform.files.FileResult;
import id.pkh.platform.web.Refused;
import id.pkh.verification.schoollink.UseSchoolLink;
import id.pkh.verification.schoollink.UseSchoolLink.SchoolList;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;

/**
 * The list of a school as a page for people. It needs no script. Nothing is kept in the browser, so
 * another site has nothing to misuse: only the secret in the address permits anything, and the page
 * gives it to nobody.
 */
@Path(SchoolPageResource.PATH + "{token}")
@Produces(MediaType.TEXT_HTML)
@Blocking
public class SchoolPageResource {

    static final String PATH = "/sekolah/";

    private static final String POLICY =
            "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance list(SchoolPage page);

        static native TemplateInstance gone();
    }

    private final UseSchoolLink links;
    private final SchoolPages pages;

    SchoolPageResource(UseSchoolLink links, SchoolPages pages) {
        this.links = links;
        this.pages = pages;
    }

    @GET
    @PermitAll
    @Operation(hidden = true)
    public Response read(
            @PathParam("token") String token,
            @QueryParam("halaman") @DefaultValue("1") int number) {
        try {
            return shown(Response.Status.OK, Templates.list(pages.page(links.open(token), number)));
        } catch (Refused none) {
            return gone();
        }
    }

    @POST
    @PermitAll
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response send(
            @PathParam("token") String token,
            @QueryParam("halaman") @DefaultValue("1") int number,
            MultivaluedMap<String, String> form) {
        try {
            SchoolList before = links.open(token);
            return shown(Response.Status.OK, Templates.list(sent(token, before, number, form)));
        } catch (Refused none) {
            return gone();
        }
    }

    private SchoolPage sent(
            String token, SchoolList list, int number, MultivaluedMap<String, String> form) {
        try {
            FileResult result = links.send(token, pages.lines(list, number, form));
            return pages.page(links.open(token), number, result, form);
        } catch (Refused refused) {
            if (refused.code().equals("NOT_FOUND")) {
                throw refused;
            }
            return pages.page(list, number, refused, form);
        }
    }

    private static Response gone() {
        return shown(Response.Status.NOT_FOUND, Templates.gone());
    }

    private static Response shown(Response.Status status, TemplateInstance page) {
        return Response.status(status)
                .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                .header("Content-Security-Policy", POLICY)
                .header("Referrer-Policy", "no-referrer")
                .header("X-Frame-Options", "DENY")
                .header("X-Robots-Tag", "noindex")
                .entity(page.render())
                .build();
    }
}
