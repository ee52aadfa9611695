package id.pkh.registry.enrolment;

import id.pkh.registry.family.domain.Family;
import id.pkh.registry.family.domain.PayingBank;
import id.pkh.registry.identity.Identities;
import id.pkh.registry.identity.PersonalField;
import id.pkh.registry.intake.FieldReader;
import id.pkh.registry.intake.RequestErrors;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Optional;

/** Gives a family another account, which waits for a person who had no part in the change. */
@ApplicationScoped
public class ChangeAccount {

    private final Identities identities;

    ChangeAccount(Identities identities) {
        this.identities = identities;
    }

    public Family applied(Family family, String bank, String account, LocalDate on) {
        FieldReader reader = new FieldReader();
        PayingBank read = reader.bank("paying_bank", bank);
        String digits = reader.account("account_number", account);
        RequestErrors.refuseIfAny(reader);
        return family.describedAs(
                family.details()
                        .paidAt(
                                read,
                                identities.number(
                                        PersonalField.ACCOUNT,
                                        digits,
                                        Optional.of(family.details().account()))),
                on);
    }
}
