package id.pkh.testsupport.planted;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** Planted: an endpoint without roles that shows a row of a table. */
@Path("/planted")
public abstract class OpenResource {

    @GET
    public abstract PublicEntity all();
}
