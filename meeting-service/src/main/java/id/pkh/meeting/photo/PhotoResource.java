package id.pkh.meeting.photo;

import id.pkh.meeting.photo.AddPhoto.Added;
import id.pkh.meeting.photo.PhotoRows.OfMeeting;
import id.pkh.meeting.photo.PhotoRows.Row;
import id.pkh.meeting.photo.PreparePhoto.Given;
import id.pkh.meeting.photo.domain.Position;
import id.pkh.platform.security.Caller;
import id.pkh.platform.security.ReadLog;
import id.pkh.platform.security.RoleSets;
import id.pkh.platform.security.Roles;
import id.pkh.platform.web.BodyTypes;
import id.pkh.platform.web.CodeForm;
import id.pkh.platform.web.Refused;
import id.pkh.platform.web.Refuses;
import id.pkh.platform.web.Succeeds;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.RestResponse.Status;

/** Photos of meetings. They show people, so each look at one is logged. */
@Tag(name = "Meetings", description = "Meetings and sessions that were held")
@Path("/api/v1/meetings/{id}/photos")
public class PhotoResource {

    private static final String JPEG = "image/jpeg";
    private static final String PNG = "image/png";
    private static final String WALL_CLOCK = "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2})?$";

    private final PhotoRows rows;
    private final PhotoStore store;
    private final PreparePhoto preparePhoto;
    private final AddPhoto addPhoto;
    private final ReadLog readLog;
    private final Caller caller;
    private final Clock clock;

    PhotoResource(
            PhotoRows rows,
            PhotoStore store,
            PreparePhoto preparePhoto,
            AddPhoto addPhoto,
            ReadLog readLog,
            Caller caller,
            Clock clock) {
        this.rows = rows;
        this.store = store;
        this.preparePhoto = preparePhoto;
        this.addPhoto = addPhoto;
        this.readLog = readLog;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @RolesAllowed({RoleSets.FIELD_STAFF, Roles.AUDITOR})
    @Operation(operationId = "listMeetingPhotos", summary = "The photos of a meeting")
    public List<PhotoView> list(@PathParam("id") UUID id) {
        rows.require(id, caller.areas());
        return rows.ofMeeting(id).stream().map(PhotoView::of).toList();
    }

    @GET
    @Path("/{photoId}")
    @RolesAllowed({RoleSets.FIELD_STAFF, Roles.AUDITOR})
    @Produces({JPEG, PNG})
    @Transactional
    @Operation(
            operationId = "getMeetingPhoto",
            summary = "One photo of a meeting; each look is recorded in the read log")
    @APIResponse(
            responseCode = "200",
            description = "The photo",
            content = {
                @Content(
                        mediaType = JPEG,
                        schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(
                        mediaType = PNG,
                        schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    public Response one(@PathParam("id") UUID id, @PathParam("photoId") UUID photoId) {
        OfMeeting meeting = rows.require(id, caller.areas());
        Row photo = rows.requireStanding(id, photoId);
        byte[] bytes = store.get(photo.objectKey()).orElseThrow(() -> Refused.because("NOT_FOUND"));
        readLog.record(
                "meeting_photo",
                photoId.toString(),
                meeting.villageCode(),
                "photo",
                "look at a photo of a meeting");
        return Response.ok(bytes, photo.contentType())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    @POST
    @RolesAllowed(RoleSets.FIELD_STAFF)
    @Consumes(MediaType.WILDCARD)
    @BodyTypes({JPEG, PNG})
    @Refuses({
        "PHOTOS_TOO_MANY",
        "PHOTO_NOT_AN_IMAGE",
        "PHOTO_OF_OTHER_DAY",
        "PHOTO_OUTSIDE_COUNTRY",
        "PHOTO_STORE_MISSING",
        "PHOTO_TOO_LARGE",
        "PHOTO_TOO_MANY_PIXELS",
        "PHOTO_WITHOUT_POSITION",
        "PHOTO_WITHOUT_TIME"
    })
    @Succeeds(status = 201, meaning = "The photo was stored")
    @Succeeds(status = 200, meaning = "The same photo was sent before")
    @Operation(
            operationId = "addMeetingPhoto",
            summary =
                    "Stores a photo of a meeting, JPEG or PNG; what the camera wrote has precedence")
    public RestResponse<PhotoView> add(
            InputStream body,
            @PathParam("id") UUID id,
            @QueryParam("latitude") @Parameter(description = "Degrees; south is negative")
                    BigDecimal latitude,
            @QueryParam("longitude") @Parameter(description = "Degrees, east of Greenwich")
                    BigDecimal longitude,
            @QueryParam("taken_at")
                    @CodeForm(WALL_CLOCK)
                    @Parameter(description = "Day and hour in the village")
                    String takenAt) {
        OfMeeting meeting = rows.require(id, caller.areas());
        addPhoto.refuseWithoutStore();
        Given given = new Given(Position.of(latitude, longitude), time(takenAt));
        Added added =
                addPhoto.handle(
                        id,
                        preparePhoto.handle(meeting, body, given),
                        caller.areas(),
                        caller.subject());
        return ResponseBuilder.create(
                        added.isNew() ? Status.CREATED : Status.OK,
                        PhotoView.of(rows.one(id, added.photoId()).orElseThrow()))
                .build();
    }

    @POST
    @Path("/{photoId}/supersession")
    @RolesAllowed(RoleSets.FIELD_STAFF)
    @Consumes(MediaType.APPLICATION_JSON)
    @Transactional
    @Operation(
            operationId = "supersedeMeetingPhoto",
            summary = "Takes a photo away for a reason; another one can be sent instead")
    public PhotoView supersede(
            @PathParam("id") UUID id,
            @PathParam("photoId") UUID photoId,
            @NotNull @Valid PhotoSupersessionRequest request) {
        rows.lock(id, caller.areas());
        rows.one(id, photoId).orElseThrow(() -> Refused.because("NOT_FOUND"));
        rows.supersede(photoId, request.reason().strip(), clock.instant(), caller.subject());
        return PhotoView.of(rows.one(id, photoId).orElseThrow());
    }

    /** A day that does not exist is none. */
    private static Optional<LocalDateTime> time(String written) {
        try {
            return Optional.ofNullable(written).map(LocalDateTime::parse);
        } catch (DateTimeParseException noDay) {
            return Optional.empty();
        }
    }
}
