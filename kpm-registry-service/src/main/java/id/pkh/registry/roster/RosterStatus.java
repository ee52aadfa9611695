package id.pkh.registry.roster;

/** An initial roster is permitted, and then used or withdrawn. */
enum RosterStatus {
    PERMITTED,
    USED,
    WITHDRAWN
}
