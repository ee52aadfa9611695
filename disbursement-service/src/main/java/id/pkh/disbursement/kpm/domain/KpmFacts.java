package id.pkh.disbursement.kpm.domain;

import id.pkh.disbursement.entitlement.domain.ComponentSpell;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * The facts about a family that this service has from the registry.
 *
 * @param baseStatus the status apart from the decisions against the family; null in states of
 *     before
 * @param villageCode Kemendagri village code
 * @param payingBank bank code, POS, or null when the registry does not know it
 * @param accountKnown whether the registry holds an account number
 * @param spells components of the members with their days
 */
public record KpmFacts(
        UUID kpmId,
        KpmStatus status,
        KpmStatus baseStatus,
        String villageCode,
        String payingBank,
        boolean accountKnown,
        List<ComponentSpell> spells) {

    private static final String POS = "POS";

    public KpmFacts {
        Objects.requireNonNull(kpmId, "kpmId");
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(villageCode, "villageCode");
        spells = List.copyOf(spells);
    }

    /** A state of before, without a base status. */
    public KpmFacts(
            UUID kpmId,
            KpmStatus status,
            String villageCode,
            String payingBank,
            boolean accountKnown,
            List<ComponentSpell> spells) {
        this(kpmId, status, null, villageCode, payingBank, accountKnown, spells);
    }

    /** Paid over the counter of the post office. Every other family is paid through a bank. */
    public boolean isPaidThroughPos() {
        return POS.equals(payingBank);
    }

    /** The post office pays against a voucher and needs no account. */
    public boolean lacksAccount() {
        return !accountKnown && !isPaidThroughPos();
    }
}
