package id.pkh.platform.web;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** A resource without a declaration of the permitted roles. */
@Path("/forgotten")
public class UnannotatedResource {

    @GET
    public String get() {
        return "open to all";
    }
}
