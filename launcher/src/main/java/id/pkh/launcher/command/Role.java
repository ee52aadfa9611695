package id.pkh.launcher.command;

/** The roles that the services know. */
enum Role {
    FACILITATOR,
    COORDINATOR,
    DATA_ADMINISTRATOR,
    MINISTRY_OFFICER,
    MINISTRY_APPROVER,
    HOTLINE_CLERK,
    BANK,
    EXTERNAL_SYSTEM,
    OPERATIONS,
    AUDITOR
}
