package id.pkh.registry.family.domain;

/** The code of a group is the code of its village and two digits: 17.71.08.1001-01. */
public final class GroupCode {

    public static final String FORM = "^\\d{2}\\.\\d{2}\\.\\d{2}\\.\\d{4}-\\d{2}$";

    private GroupCode() {}

    public static boolean belongsTo(String groupCode, String villageCode) {
        return groupCode.length() == villageCode.length() + 3
                && groupCode.startsWith(villageCode + "-")
                && groupCode
                        .substring(villageCode.length() + 1)
                        .chars()
                        .allMatch(GroupCode::isDigit);
    }

    private static boolean isDigit(int character) {
        return character >= '0' && character <= '9';
    }
}
