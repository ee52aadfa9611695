package id.pkh.district.generate;

import id.pkh.district.generate.GeneratedFamily.School;

/**
 * The cases that are planted in a district, by the position of a group in the district and of a
 * family in the group. Everything else is random. Marks: H present, S sick, I permitted, A absent
 * without excuse, - left blank.
 */
final class Plot {

    private static final String[] GROUP_MEETINGS = {
        "AAA", "AAH", "HAA", "ASA", "AIA", "A-A", "AAS", "AA-", "AHA", "AAA", "HHA", "AHH", "IAA",
        "SAA", "-AA", "AAI"
    };
    private static final String[] SESSIONS = {
        "HAA", "AAA", "AAH", "A-A", "ASA", "AAI", "AHA", "AAA", "HHA", "IAA", "AHH"
    };

    static final int CORRECTED_GROUP = 5;
    static final int CORRECTED_TO_PRESENT = 3;
    static final int CORRECTED_TO_PERMITTED = 9;
    static final int DISASTER_GROUP = 20;
    static final int SENT_TWICE_GROUP = 2;
    static final int VISITOR_IN_GROUP = 7;
    static final int STRANGER_IN_GROUP = 13;
    private static final int DOUBLY_ABSENT_GROUP = 1;
    private static final int DOUBLY_ABSENT = 20;

    private Plot() {}

    /**
     * The facilitator of the last village holds no meeting in the whole quarter; in one of ten
     * districts.
     */
    static boolean negligent(Areas.District district, Areas.Village village) {
        return district.index() % 10 == 0 && village.ordinal() == Areas.VILLAGES_PER_DISTRICT - 1;
    }

    static boolean meetingHeld(int group, int month) {
        boolean missesOne =
                (group % 17 == 3 && month == 1)
                        || (group == 11 && month == 0)
                        || (group == 23 && month == 2);
        boolean missesTwo = group == 29 && month > 0;
        return !missesOne && !missesTwo;
    }

    static boolean sessionHeld(int group, int month) {
        boolean missesTwo = group == 33 && month < 2;
        return (group * 7 + month * 3) % 9 != 0 && !missesTwo;
    }

    /** The planted marks of a family at three group meetings; null leaves them random. */
    static String meetingMarks(int group, int family) {
        if (group == CORRECTED_GROUP && family == CORRECTED_TO_PRESENT) {
            return "AAA";
        }
        if (group == CORRECTED_GROUP && family == CORRECTED_TO_PERMITTED) {
            return "HAA";
        }
        if (group == DOUBLY_ABSENT_GROUP && family == DOUBLY_ABSENT) {
            return "AAA";
        }
        return family == 7 ? GROUP_MEETINGS[group % GROUP_MEETINGS.length] : null;
    }

    static String sessionMarks(int group, int family) {
        boolean corrected = family == CORRECTED_TO_PRESENT || family == CORRECTED_TO_PERMITTED;
        if (group == CORRECTED_GROUP && corrected) {
            return "HHH";
        }
        if (group == DOUBLY_ABSENT_GROUP && family == DOUBLY_ABSENT) {
            return "AAA";
        }
        return family == 12 ? SESSIONS[group % SESSIONS.length] : null;
    }

    /** The family's row is missing on this sheet. */
    static boolean leftOffSheet(int group, int family, int month) {
        return group == 10 && family == 2 && month == 2;
    }

    static boolean manyMembers(int group, int family) {
        return group % 6 == 2 && family == 11;
    }

    static boolean newborn(int group, int family) {
        return group % 9 == 4 && family == 18;
    }

    static boolean leavesSchool(int group, int family) {
        return group % 9 == 6 && family == 18;
    }

    static boolean schoolNotRecorded(int group, int family) {
        return group % 20 == 8 && family == 5;
    }

    static boolean schoolSilent(School school) {
        return school.index() == 9 || school.index() == Schools.firstSecondary() + 2;
    }

    static boolean schoolClosed(School school, int month) {
        return school.index() == 3 && month == 1;
    }

    /** Schools whose pupils are planted at the thresholds. */
    static boolean thresholdsAt(School school) {
        return school.index() % 4 == 0;
    }

    static boolean clinicSilent(Areas.Village village) {
        return village.ordinal() == 5;
    }

    static boolean clinicClosed(Areas.Village village, int month) {
        return village.ordinal() == 2 && month == 1;
    }

    /** No midwife in the whole quarter. */
    static boolean noMidwife(Areas.Village village) {
        return village.ordinal() == 3;
    }
}
