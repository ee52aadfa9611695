package id.pkh.platform.web;

import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

/** Accepts a free text. */
@Path("/try-texts")
@PermitAll
public class TryTextsResource {

    public record TextRequest(@FreeText String note, @NotBlank String code) {}

    @POST
    public String write(@NotNull @Valid TextRequest request) {
        return request.note();
    }
}
