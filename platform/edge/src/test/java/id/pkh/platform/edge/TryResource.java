package id.pkh.platform.edge;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.resteasy.reactive.RestPath;

/** Something to call. */
@Path("/try")
@Blocking
public class TryResource {

    private static final Map<String, CountDownLatch> DOORS = new ConcurrentHashMap<>();

    /** Lets the callers of this door go on. */
    static void open(String door) {
        door(door).countDown();
    }

    private static CountDownLatch door(String name) {
        return DOORS.computeIfAbsent(name, any -> new CountDownLatch(1));
    }

    @GET
    @Path("open")
    @PermitAll
    public String open() {
        return "for all";
    }

    @GET
    @Path("closed")
    @RolesAllowed("AUDITOR")
    public String closed() {
        return "for some";
    }

    @GET
    @Path("waiting/{door}")
    @RolesAllowed("AUDITOR")
    public String waiting(@RestPath String door) throws InterruptedException {
        return awaited(door);
    }

    /** Does not read its body. */
    @POST
    @Path("waiting/{door}")
    @PermitAll
    public String waitingWithABody(@RestPath String door) throws InterruptedException {
        return awaited(door);
    }

    @POST
    @Path("created")
    @PermitAll
    public Response created() {
        return Response.created(URI.create("/try/closed?of=1")).build();
    }

    @POST
    @Path("created-below")
    @PermitAll
    public Response createdBelow(@Context UriInfo uri) {
        return Response.created(uri.getAbsolutePathBuilder().path("1").build()).build();
    }

    @GET
    @Path("elsewhere")
    @PermitAll
    public Response elsewhere() {
        return Response.seeOther(URI.create("https://login.example.org/realms/pkh")).build();
    }

    @GET
    @Path("stored")
    @PermitAll
    public Response stored() {
        return Response.ok("public").header("Cache-Control", "max-age=60").build();
    }

    private static String awaited(String door) throws InterruptedException {
        return door(door).await(30, TimeUnit.SECONDS) ? "opened" : "forgotten";
    }

    @POST
    @Path("length")
    @PermitAll
    public int length(byte[] body) {
        return body.length;
    }
}
