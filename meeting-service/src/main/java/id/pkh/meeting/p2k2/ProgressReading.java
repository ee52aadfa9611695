package id.pkh.meeting.p2k2;

import id.pkh.meeting.group.GroupEntity;
import id.pkh.meeting.p2k2.ProgressView.ModuleView;
import id.pkh.meeting.p2k2.ProgressView.SessionProgressView;
import id.pkh.meeting.p2k2.ProgressView.UnrecognisedView;
import id.pkh.meeting.p2k2.domain.Course;
import id.pkh.meeting.p2k2.domain.Curriculum;
import id.pkh.meeting.p2k2.domain.P2k2Progress;
import id.pkh.meeting.p2k2.domain.P2k2Progress.Held;
import id.pkh.meeting.p2k2.domain.P2k2Progress.ModuleProgress;
import id.pkh.meeting.p2k2.domain.P2k2Session;
import id.pkh.platform.persistence.Database;
import id.pkh.platform.web.BusinessDates;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The progress of a group, from the sessions that are on record. */
@ApplicationScoped
class ProgressReading {

    private static final int SHOWN_UNRECOGNISED = 50;

    private final Database database;
    private final Curricula curricula;
    private final Clock clock;

    ProgressReading(Database database, Curricula curricula, Clock clock) {
        this.database = database;
        this.curricula = curricula;
        this.clock = clock;
    }

    /** A session on record; one from before codes has only the texts of its sheet. */
    private record HeldRow(
            UUID meetingId, LocalDate heldOn, String sessionCode, String module, String session) {

        String code(Curriculum curriculum) {
            return curriculum
                    .byCode(sessionCode)
                    .or(() -> curriculum.named(module, session))
                    .map(P2k2Session::code)
                    .orElse(null);
        }
    }

    MaterialView material(LocalDate day) {
        Curriculum curriculum = curricula.on(day == null ? BusinessDates.today(clock) : day);
        return new MaterialView(
                curriculum.policyCode(),
                curriculum.validFrom(),
                curriculum.sessions().stream().map(SessionView::of).toList());
    }

    ProgressView of(GroupEntity group) {
        Curriculum curriculum = curricula.on(BusinessDates.today(clock));
        List<HeldRow> rows = held(group.id());
        P2k2Progress progress =
                P2k2Progress.of(
                        curriculum,
                        rows.stream()
                                .filter(row -> row.code(curriculum) != null)
                                .map(row -> new Held(row.code(curriculum), row.heldOn()))
                                .toList());
        Map<Course, P2k2Session> next = progress.next();
        P2k2Session regular = next.get(Course.REGULAR);
        return new ProgressView(
                group.id(),
                group.code(),
                curriculum.policyCode(),
                regular == null ? null : SessionView.of(regular),
                next.values().stream().map(SessionView::of).toList(),
                progress.modules().stream().map(ProgressReading::module).toList(),
                rows.stream()
                        .filter(row -> row.code(curriculum) == null)
                        .limit(SHOWN_UNRECOGNISED)
                        .map(
                                row ->
                                        new UnrecognisedView(
                                                row.meetingId(),
                                                row.heldOn(),
                                                row.module(),
                                                row.session()))
                        .toList());
    }

    List<P2k2Session> remaining(UUID groupId, LocalDate day) {
        Curriculum curriculum = curricula.on(day);
        return P2k2Progress.of(
                        curriculum,
                        held(groupId).stream()
                                .filter(row -> row.code(curriculum) != null)
                                .map(row -> new Held(row.code(curriculum), row.heldOn()))
                                .toList())
                .remaining();
    }

    private List<HeldRow> held(UUID groupId) {
        return database.query(
                "SELECT id AS meeting_id, held_on, session_code, module, session"
                        + " FROM meeting WHERE group_id = :group AND kind = 'P2K2' AND makes_up IS NULL AND taken_back_at IS NULL ORDER BY held_on DESC, id",
                q -> q.bind("group", groupId).map(database.rowsAs(HeldRow.class)).list());
    }

    private static ModuleView module(ModuleProgress module) {
        return new ModuleView(
                module.module(),
                module.title(),
                module.course(),
                module.held(),
                module.of(),
                module.isComplete(),
                module.sessions().stream()
                        .map(
                                each ->
                                        new SessionProgressView(
                                                each.session().code(),
                                                each.session().title(),
                                                each.session().number(),
                                                each.times(),
                                                each.lastHeldOn()))
                        .toList());
    }
}
