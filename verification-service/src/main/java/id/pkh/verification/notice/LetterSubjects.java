package id.pkh.verification.notice;

import id.pkh.platform.security.AreaScope;
import java.util.List;
import java.util.UUID;

/** The steps and decisions that letters are about. */
public interface LetterSubjects {

    /**
     * Which letters.
     *
     * @param groupCode null for all groups
     * @param village a village or the area above it; null for all
     * @param isUndelivered only what was not delivered yet; otherwise also what was, as it is now
     */
    record Selection(String groupCode, String village, boolean isUndelivered) {}

    /**
     * One letter.
     *
     * @param groupCode null for a family without a group
     */
    record Subject(
            UUID subjectId, boolean isDecision, UUID kpmId, String groupCode, String villageCode) {}

    /**
     * At most {@code limit} of the families in the areas. The letter of a decision says what the
     * letter of its step would, so the step has none beside it.
     */
    List<Subject> select(Selection selection, AreaScope areas, int limit);
}
