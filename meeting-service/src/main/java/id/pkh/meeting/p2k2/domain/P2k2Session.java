package id.pkh.meeting.p2k2.domain;

/**
 * A session of P2K2.
 *
 * @param position in the whole material
 * @param number in its module
 */
public record P2k2Session(
        int position,
        String code,
        String title,
        String module,
        String moduleTitle,
        Course course,
        int number) {}
