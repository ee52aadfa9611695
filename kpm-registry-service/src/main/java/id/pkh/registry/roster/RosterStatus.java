package id.pkh.registry.roster;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An initial roster is permitted, and then used or withdrawn. */
@Schema(name = "InitialRosterStatus")
enum RosterStatus {
    PERMITTED,
    USED,
    WITHDRAWN
}
