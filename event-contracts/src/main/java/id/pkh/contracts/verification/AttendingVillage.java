package id.pkh.contracts.verification;

/**
 * A village whose families a health service sees.
 *
 * @param villageCode Kemendagri village code, PP.KK.CC.VVVV
 * @param families how many of them
 */
public record AttendingVillage(String villageCode, int families) {}
