package id.pkh.registry.planted;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/**
 * Planted: an endpoint without roles that shows a table row. Abstract, so that it is never served.
 */
@Path("/planted")
public abstract class OpenResource {

    @GET
    public abstract PublicEntity all();
}
