package id.pkh.platform.files;

import id.pkh.platform.persistence.Conditions;
import id.pkh.platform.persistence.SqlArrays;
import id.pkh.platform.security.AreaScope;
import id.pkh.platform.security.Caller;
import id.pkh.platform.security.Roles;
import java.util.List;

/**
 * Whose files a caller may see: their own, and those whose senders could act only within these
 * areas. A file of before, or one that no user sent, has no areas: it needs the whole country.
 */
record Viewer(String subject, AreaScope areas) {

    /** Stored in place of codes for a sender who may act in the whole country. */
    static final String EVERYWHERE = "*";

    /** Administrators and auditors see files of others. */
    static Viewer of(Caller caller) {
        boolean seesOthers =
                caller.hasRole(Roles.DATA_ADMINISTRATOR) || caller.hasRole(Roles.AUDITOR);
        return new Viewer(caller.subject(), seesOthers ? caller.areas() : AreaScope.nowhere());
    }

    Conditions conditions() {
        if (areas.isEverywhere()) {
            return new Conditions();
        }
        return new Conditions()
                .and(
                        "received_by = ? OR (sender_areas IS NOT NULL AND NOT EXISTS (SELECT 1"
                                + " FROM unnest(sender_areas) AS area WHERE NOT area LIKE ANY (?)))",
                        subject,
                        SqlArrays.texts(List.of(areas.likePatterns())));
    }
}
