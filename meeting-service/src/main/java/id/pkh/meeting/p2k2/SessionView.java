package id.pkh.meeting.p2k2;

import id.pkh.meeting.p2k2.domain.Course;
import id.pkh.meeting.p2k2.domain.P2k2Session;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A session of the material.
 *
 * @param number in its module
 */
@Schema(name = "P2k2Session")
public record SessionView(
        String sessionCode,
        String title,
        String module,
        String moduleTitle,
        Course course,
        int number) {

    static SessionView of(P2k2Session session) {
        return new SessionView(
                session.code(),
                session.title(),
                session.module(),
                session.moduleTitle(),
                session.course(),
                session.number());
    }
}
