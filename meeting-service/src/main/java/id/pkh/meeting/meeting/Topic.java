package id.pkh.meeting.meeting;

/**
 * What a P2K2 session was about.
 *
 * @param module as the sheet names it; null when unknown
 * @param session as the sheet names it; null when unknown
 * @param sessionCode of the material; null when unknown
 */
public record Topic(String module, String session, String sessionCode) {

    /** Of a group meeting, or of a session about which nothing is known. */
    public static final Topic NONE = new Topic(null, null, null);

    /** What is not stated stays. Another text without a code means another session. */
    Topic orStanding(Topic standing) {
        boolean isOther = isOther(module, standing.module) || isOther(session, standing.session);
        return new Topic(
                module == null ? standing.module : module,
                session == null ? standing.session : session,
                sessionCode == null && !isOther ? standing.sessionCode : sessionCode);
    }

    private static boolean isOther(String stated, String standing) {
        return stated != null && !stated.equals(standing);
    }
}
