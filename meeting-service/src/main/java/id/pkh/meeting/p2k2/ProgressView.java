package id.pkh.meeting.p2k2;

import id.pkh.meeting.p2k2.domain.Course;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Which sessions a group held, and which is next.
 *
 * @param nextSession of the five modules; null when all were held
 * @param next of each course that is not complete
 * @param unrecognised sessions whose sheet names none of the material; the latest 50
 */
@Schema(name = "P2k2Progress")
public record ProgressView(
        UUID groupId,
        String groupCode,
        String policyCode,
        @Schema(nullable = true) SessionView nextSession,
        List<SessionView> next,
        List<ModuleView> modules,
        List<UnrecognisedView> unrecognised) {

    /** One module. */
    @Schema(name = "P2k2ModuleProgress")
    public record ModuleView(
            String module,
            String title,
            Course course,
            int held,
            int of,
            boolean isComplete,
            List<SessionProgressView> sessions) {}

    /**
     * One session.
     *
     * @param lastHeldOn null when it was never held
     */
    @Schema(name = "P2k2SessionProgress")
    public record SessionProgressView(
            String sessionCode,
            String title,
            int number,
            int timesHeld,
            @Schema(nullable = true) LocalDate lastHeldOn) {}

    /** A session as its sheet names it. */
    @Schema(name = "UnrecognisedP2k2Session")
    public record UnrecognisedView(
            UUID meetingId,
            LocalDate heldOn,
            @Schema(nullable = true) String module,
            @Schema(nullable = true) String session) {}
}
