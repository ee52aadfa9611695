package id.pkh.platform.security;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.Map;

/** A record in an area, and the roles of the caller. */
@Path("/try")
@RolesAllowed({Roles.FACILITATOR, Roles.AUDITOR})
public class TryResource {

    @Inject Caller caller;
    @Inject ReadLog readLog;

    @GET
    @Path("/caller")
    public Map<String, Object> caller() {
        return Map.of(
                "subject", caller.subject(),
                "facilitator", caller.hasRole(Roles.FACILITATOR),
                "bank", caller.hasRole(Roles.BANK),
                "areas", caller.areas().toString());
    }

    @GET
    @Path("/payments")
    @RolesAllowed({RoleSets.MONEY_READERS, Roles.BANK})
    public String payments() {
        return "all";
    }

    @GET
    @Path("/villages/{code}")
    public String village(@PathParam("code") String code) {
        caller.areas().require(code);
        readLog.record("village", code, code, "name", "test");
        return code;
    }
}
