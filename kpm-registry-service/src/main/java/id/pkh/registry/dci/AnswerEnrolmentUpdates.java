package id.pkh.registry.dci;

import id.pkh.platform.security.Caller;
import id.pkh.platform.web.BusinessDates;
import id.pkh.registry.complementary.RecordReported;
import id.pkh.registry.complementary.RecordReported.Reported;
import id.pkh.registry.dci.domain.DciError;
import id.pkh.registry.dci.domain.Rejection;
import id.pkh.registry.finding.FoundFamilyView;
import id.pkh.registry.finding.LookUpFamilies;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Records whom another programme has enrolled, as a fact about the families of the caller's areas.
 * It changes no membership of PKH. The answer does not depend on whether a person takes part here,
 * so nobody learns that from it, and no look-up is counted or logged.
 */
@ApplicationScoped
class AnswerEnrolmentUpdates {

    /** A token with this scope may report enrolments. */
    static final String SCOPE = "dci.enrolments";

    private final LookUpFamilies lookUpFamilies;
    private final RecordReported recordReported;
    private final Answers answers;
    private final Caller caller;
    private final Clock clock;

    AnswerEnrolmentUpdates(
            LookUpFamilies lookUpFamilies,
            RecordReported recordReported,
            Answers answers,
            Caller caller,
            Clock clock) {
        this.lookUpFamilies = lookUpFamilies;
        this.recordReported = recordReported;
        this.answers = answers;
        this.caller = caller;
        this.clock = clock;
    }

    /** Refuses a token without the scope. */
    void requireScope() {
        if (!caller.hasScope(SCOPE)) {
            throw new DciRefused(DciError.FORBIDDEN, "the token needs the scope " + SCOPE);
        }
    }

    Answer handle(Envelope envelope, String correlationId) {
        List<MessageFields> beneficiaries = beneficiariesOf(envelope.message());
        SearchItem.requireCount(envelope, beneficiaries.size());
        List<String> references = references(beneficiaries);
        Set<String> seen = new HashSet<>();
        List<ItemResult> results = new ArrayList<>();
        for (int i = 0; i < beneficiaries.size(); i++) {
            String reference = references.get(i);
            results.add(result(reference, seen.add(reference), beneficiaries.get(i)));
        }
        Map<String, Object> message = answers.message(envelope, correlationId);
        message.put("enrolled_response", results.stream().map(ItemResult::shown).toList());
        return answers.of(envelope, "on-notify", message, correlationId, results);
    }

    static List<MessageFields> beneficiariesOf(MessageFields message) {
        return message.object("enrolled_updates").objects("beneficiaries");
    }

    /** The standard wants one in the answer, and has no field for it in the message. */
    private static List<String> references(List<MessageFields> beneficiaries) {
        List<String> references = new ArrayList<>();
        for (MessageFields one : beneficiaries) {
            String place = String.valueOf(references.size() + 1);
            references.add(one.optionalText("reference_id", MessageFields.ID_CHARS).orElse(place));
        }
        return references;
    }

    private ItemResult result(String reference, boolean isNew, MessageFields beneficiary) {
        try {
            if (!isNew) {
                throw new Rejected(
                        Rejection.REFERENCE_ID_DUPLICATE, "another beneficiary has this id");
            }
            LocalDate today = BusinessDates.today(clock);
            apply(EnrolmentRecord.of(beneficiary.node(), today));
            return ItemResult.success(reference, answers.timestamp());
        } catch (Rejected rejected) {
            return ItemResult.rejected(reference, answers.timestamp(), rejected).withCodeAsText();
        }
    }

    private void apply(EnrolmentRecord read) {
        if (read.person().key() == null) {
            return;
        }
        for (FoundFamilyView found : lookUpFamilies.find(read.person().key())) {
            if (found.formerSince() == null) {
                UUID member = read.programme().isOfMember() ? found.memberId() : null;
                recordReported.handle(
                        new Reported(
                                found.kpmId(),
                                member,
                                read.programme(),
                                read.status(),
                                read.effectiveOn()));
            }
        }
    }
}
