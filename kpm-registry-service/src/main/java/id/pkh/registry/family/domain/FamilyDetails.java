package id.pkh.registry.family.domain;

import id.pkh.registry.identity.domain.Sealed;
import java.time.LocalDate;

/** The data of a family besides its members and its status. */
public record FamilyDetails(
        String villageCode,
        String groupCode,
        PayingBank payingBank,
        Sealed account,
        Sealed address,
        LocalDate participatingSince) {

    public FamilyDetails movedTo(String village, String group) {
        return new FamilyDetails(village, group, payingBank, account, address, participatingSince);
    }

    public FamilyDetails paidAt(PayingBank bank, Sealed otherAccount) {
        return new FamilyDetails(
                villageCode, groupCode, bank, otherAccount, address, participatingSince);
    }

    public boolean hasAccount() {
        return account.token() != null;
    }
}
