package id.pkh.meeting.meeting;

import id.pkh.meeting.p2k2.Curricula;
import id.pkh.meeting.p2k2.domain.Curriculum;
import id.pkh.meeting.p2k2.domain.P2k2Session;
import id.pkh.platform.web.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;

/** Finds the session of the material that a report means. */
@ApplicationScoped
public class SessionTopics {

    private final Curricula curricula;

    SessionTopics(Curricula curricula) {
        this.curricula = curricula;
    }

    /**
     * The topic with the code of its session. A code of no session is refused. Texts that name none
     * stay as they are, because sheets are written by hand.
     *
     * @param sessionCode null when the report has only texts
     */
    public Topic topic(String module, String session, String sessionCode, LocalDate heldOn) {
        Curriculum curriculum = curricula.on(heldOn);
        if (sessionCode != null && curriculum.byCode(sessionCode).isEmpty()) {
            throw Refused.because("SESSION_UNKNOWN").with("session_code", sessionCode);
        }
        String named = curriculum.named(module, session).map(P2k2Session::code).orElse(null);
        return new Topic(module, session, sessionCode == null ? named : sessionCode);
    }
}
