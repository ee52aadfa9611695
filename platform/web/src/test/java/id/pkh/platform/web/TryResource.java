package id.pkh.platform.web;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javax.sql.DataSource;

/** Endpoints that fail in every possible way. */
@Path("/try")
@PermitAll
public class TryResource {

    static volatile CountDownLatch entered = new CountDownLatch(1);
    static volatile CountDownLatch released = new CountDownLatch(0);

    public record Part(@NotBlank String villageCode, @Max(9) Integer count) {}

    public record Body(
            @NotNull @Size(min = 2, max = 4) String shortName,
            LocalDate heldOn,
            YearMonth month,
            Instant recordedAt,
            Long amountIdr,
            boolean isOpen,
            @Valid List<Part> parts) {}

    @Inject DataSource dataSource;

    @POST
    @Path("/body")
    @Consumes("application/json")
    public Body body(@NotNull @Valid Body body) {
        return body;
    }

    @GET
    @Path("/page")
    public Map<String, Object> page(@BeanParam PageParams page) {
        return Map.of("limit", page.limit(), "first", page.cursor().isEmpty());
    }

    @GET
    @Path("/month")
    public String month(@QueryParam("month") YearMonth month, @QueryParam("day") LocalDate day) {
        return month + " " + day;
    }

    @GET
    @Path("/things")
    public Page<Integer> things(@QueryParam("open") Boolean open, @BeanParam PageParams page) {
        int after = page.cursor().map(cursor -> (int) cursor.number(0)).orElse(0);
        List<Integer> rows =
                IntStream.rangeClosed(after + 1, Math.min(100, after + page.limit() + 1))
                        .boxed()
                        .toList();
        return Page.of(rows, page.limit(), row -> new Object[] {row}, row -> row);
    }

    @GET
    @Path("/unavailable")
    public String unavailable() {
        throw Refused.because(WebRefusals.UNAVAILABLE);
    }

    @GET
    @Path("/broken/{name}")
    public String brokenWithCause(@PathParam("name") String name) {
        throw new IllegalStateException(
                "secret 1771080101900001\n2026-01-01 ERROR forged",
                new IllegalArgumentException("the cause"));
    }

    @GET
    @Path("/thing/{id}")
    public String thing(@PathParam("id") UUID id, @QueryParam("count") Integer count) {
        return id.toString();
    }

    @GET
    @Path("/refused")
    @Refuses("TEST_REFUSED")
    public String refused() {
        throw Refused.because("TEST_REFUSED").with("areaCode", "17.71.08").with("status", "x");
    }

    @GET
    @Path("/undeclared")
    public String undeclared() {
        throw Refused.because("NOBODY_KNOWS_THIS");
    }

    @GET
    @Path("/broken")
    public String broken() {
        throw new IllegalStateException("secret 1771080101900001");
    }

    @GET
    @Path("/duplicate")
    @Transactional
    public String duplicate() {
        effect("twice");
        effect("twice");
        return "";
    }

    @GET
    @Path("/rolled-back")
    @Transactional
    public String refusedInTransaction() {
        effect("refused");
        throw Refused.because("TEST_REFUSED").with("areaCode", "1");
    }

    @GET
    @Path("/admin")
    @RolesAllowed("ADMIN")
    public String admin() {
        return "yes";
    }

    @POST
    @Path("/effects/{name}")
    @Consumes("application/json")
    @RolesAllowed({"ADMIN", "OTHER"})
    @Idempotent
    public Response once(@PathParam("name") String name, @NotNull Map<String, String> body)
            throws InterruptedException {
        entered.countDown();
        if (!released.await(30, TimeUnit.SECONDS)) {
            throw new IllegalStateException("the test never let go");
        }
        long id = inUseCase(name);
        if (body.containsKey("refuse")) {
            throw Refused.because("TEST_REFUSED").with("areaCode", "2");
        }
        if (body.containsKey("break")) {
            throw new IllegalStateException("after the effect");
        }
        return Response.status(201)
                .location(URI.create("/try/effects/" + id))
                .entity(Map.of("effectId", id))
                .build();
    }

    @POST
    @Path("/effects")
    @RolesAllowed("ADMIN")
    @Idempotent
    public Part plain() {
        effect("plain-" + UUID.randomUUID());
        return new Part("17.71.08.1001", 1);
    }

    @Transactional
    long inUseCase(String name) {
        return effect(name + "-" + UUID.randomUUID());
    }

    private long effect(String name) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert =
                        connection.prepareStatement(
                                "INSERT INTO effect (name) VALUES (?)",
                                new String[] {"effect_id"})) {
            insert.setString(1, name);
            insert.executeUpdate();
            try (var keys = insert.getGeneratedKeys()) {
                keys.next();
                return keys.getLong(1);
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
