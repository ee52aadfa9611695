package id.pkh.meeting.grouping;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why families were placed. The names are the codes of the published language. */
@Schema(name = "PlacementCause")
public enum Cause {
    /** A proposal was settled. */
    SETTLEMENT,
    MOVE,
    SPLIT,
    MERGE
}
