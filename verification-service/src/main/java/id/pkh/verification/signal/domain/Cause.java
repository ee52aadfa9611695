package id.pkh.verification.signal.domain;

import java.util.EnumSet;
import java.util.Set;

/** The causes of the sanction ladder. Each cause is counted separately. */
public enum Cause {
    GROUP_MEETING_ABSENCE,
    P2K2_ABSENCE,
    MEETING_NOT_HELD,
    COMMITMENT_NOT_MET,
    COMMITMENT_NOT_VERIFIED;

    /** Causes counted by the month. */
    public static final Set<Cause> OF_MEETINGS =
            Set.copyOf(EnumSet.of(GROUP_MEETING_ABSENCE, P2K2_ABSENCE, MEETING_NOT_HELD));

    /** Causes counted by the quarter. */
    public static final Set<Cause> OF_COMMITMENTS =
            Set.copyOf(EnumSet.of(COMMITMENT_NOT_MET, COMMITMENT_NOT_VERIFIED));
}
