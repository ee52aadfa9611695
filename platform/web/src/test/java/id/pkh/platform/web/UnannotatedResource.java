package id.pkh.platform.web;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** Somebody forgot to say who may. */
@Path("/forgotten")
public class UnannotatedResource {

    @GET
    public String get() {
        return "open to all";
    }
}
