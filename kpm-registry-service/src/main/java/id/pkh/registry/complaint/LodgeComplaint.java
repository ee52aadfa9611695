package id.pkh.registry.complaint;

import com.github.f4b6a3.uuid.UuidCreator;
import id.pkh.platform.security.Caller;
import id.pkh.platform.security.Roles;
import id.pkh.platform.web.BusinessDates;
import id.pkh.registry.complaint.CheckLodging.Checked;
import id.pkh.registry.complaint.ComplaintRequests.Lodging;
import id.pkh.registry.complaint.Complaints.NewComplaint;
import id.pkh.registry.complaint.domain.ComplaintCodes.Channel;
import id.pkh.registry.complaint.domain.ComplaintType;
import id.pkh.registry.complaint.domain.Standing;
import id.pkh.registry.intake.UniqueViolations;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;

/** Lodges a complaint for a family. It changes nothing by itself. */
@ApplicationScoped
public class LodgeComplaint {

    private final CheckLodging checkLodging;
    private final ComplaintDeadlines deadlines;
    private final ComplaintMoves moves;
    private final ComplaintNotices notices;
    private final Caller caller;
    private final Clock clock;

    LodgeComplaint(
            CheckLodging checkLodging,
            ComplaintDeadlines deadlines,
            ComplaintMoves moves,
            ComplaintNotices notices,
            Caller caller,
            Clock clock) {
        this.checkLodging = checkLodging;
        this.deadlines = deadlines;
        this.moves = moves;
        this.notices = notices;
        this.caller = caller;
        this.clock = clock;
    }

    /** A complaint that names only the family, such as one from a workbook. */
    @Transactional
    public UUID report(UUID kpmId, ComplaintType type, Channel channel, String text) {
        return handle(new Lodging(kpmId, type, null, channel, null, null, null, text));
    }

    @Transactional
    UUID handle(Lodging request) {
        Checked checked = checkLodging.checked(request);
        ComplaintType type = request.type();
        Instant now = clock.instant();
        Standing lodged =
                Standing.lodged(
                        type.firstLevel(checked.isAboutCoordinator()),
                        deadlines.of(type, request.readPriority(), BusinessDates.on(now)));
        UUID id = UuidCreator.getTimeOrderedEpoch();
        NewComplaint complaint =
                new NewComplaint(
                        id,
                        checked.family().id(),
                        type,
                        request.readPriority(),
                        request.channel(),
                        request.memberId(),
                        request.aboutFacilitatorId(),
                        request.visitId(),
                        lodged,
                        caller.subject(),
                        role(),
                        now,
                        request.text());
        UniqueViolations.refuseOn(() -> moves.lodge(complaint));
        notices.reached(id, checked.village(), lodged, "ComplaintLodged", 1, now);
        return id;
    }

    private String role() {
        return Stream.of(
                        Roles.FACILITATOR,
                        Roles.COORDINATOR,
                        Roles.DATA_ADMINISTRATOR,
                        Roles.HOTLINE_CLERK)
                .filter(caller::hasRole)
                .findFirst()
                .orElseThrow();
    }
}
