package id.pkh.contracts.registry;

import id.pkh.contracts.Event;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * The whole current state of a family, for projections; the topic is compacted.
 *
 * @param kpmId beneficiary family
 * @param status life-cycle status
 * @param baseStatus the status that the family has apart from the decisions that are in effect
 *     against it; null in events of before
 * @param villageCode Kemendagri village code, PP.KK.CC.VVVV
 * @param groupCode code of the group for people to read; empty when the family has none yet
 * @param caretakerMemberId adult who holds card and account
 * @param caretakerNikToken keyed HMAC of the caretaker's NIK, hex
 * @param payingBank BRI, BNI, MANDIRI, BTN, BSI or POS; null when unknown
 * @param accountKnown whether the registry holds an account number
 * @param members members with a component
 * @param occurredOn business date, local
 * @param recordedAt when the system recorded the fact
 */
public record KpmState(
        UUID kpmId,
        String status,
        String baseStatus,
        String villageCode,
        String groupCode,
        UUID caretakerMemberId,
        String caretakerNikToken,
        String payingBank,
        boolean accountKnown,
        List<FamilyMember> members,
        LocalDate occurredOn,
        Instant recordedAt)
        implements Event {

    /** A state as events of before have it, without a base status. */
    public KpmState(
            UUID kpmId,
            String status,
            String villageCode,
            String groupCode,
            UUID caretakerMemberId,
            String caretakerNikToken,
            String payingBank,
            boolean accountKnown,
            List<FamilyMember> members,
            LocalDate occurredOn,
            Instant recordedAt) {
        this(
                kpmId,
                status,
                null,
                villageCode,
                groupCode,
                caretakerMemberId,
                caretakerNikToken,
                payingBank,
                accountKnown,
                members,
                occurredOn,
                recordedAt);
    }
}
