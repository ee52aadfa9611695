package id.pkh.meeting.grouping;

import java.util.UUID;

/** A placement, and whether it is new; a repeated request is recognised. */
record Placed(UUID placementId, boolean isNew) {}
