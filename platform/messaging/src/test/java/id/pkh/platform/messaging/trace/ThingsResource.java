package id.pkh.platform.messaging.trace;

import id.pkh.platform.messaging.outbox.Outbox;
import id.pkh.platform.messaging.things.ThingHappened;
import jakarta.annotation.security.PermitAll;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;

/** A request from outside. */
@Path("/things")
public class ThingsResource {

    private final Outbox outbox;

    ThingsResource(Outbox outbox) {
        this.outbox = outbox;
    }

    @POST
    @Path("{id}/{number}")
    @PermitAll
    @Transactional
    public void happen(@PathParam("id") UUID id, @PathParam("number") int number) {
        outbox.append(ThingHappened.of(id, number), number);
    }
}
