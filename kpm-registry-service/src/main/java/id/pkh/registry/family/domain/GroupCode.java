package id.pkh.registry.family.domain;

/** The code of a group is the code of its village and two digits: 17.71.08.1001-01. */
public final class GroupCode {

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
