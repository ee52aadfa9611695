package id.pkh.meeting.checkin;

import id.pkh.meeting.family.GroupFamilies;
import id.pkh.meeting.group.GroupEntity;
import id.pkh.meeting.group.Groups;
import id.pkh.platform.persistence.AdvisoryLocks;
import id.pkh.platform.security.AreaScope;
import id.pkh.platform.web.BusinessDates;
import id.pkh.platform.web.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Makes cards for the families of a group that have none, and for those that are named, whose old
 * cards end. Only the answer has the codes; what is lost is replaced and never shown again.
 */
@ApplicationScoped
class IssueCards {

    /** Cards belong to families, which change groups. */
    private static final String LOCK = "check-in-cards";

    private final Groups groups;
    private final GroupFamilies families;
    private final Cards cards;
    private final AdvisoryLocks locks;
    private final Clock clock;

    IssueCards(
            Groups groups, GroupFamilies families, Cards cards, AdvisoryLocks locks, Clock clock) {
        this.groups = groups;
        this.families = families;
        this.cards = cards;
        this.locks = locks;
        this.clock = clock;
    }

    /** A card with its code, which is not kept. */
    record Issued(UUID kpmId, String code) {}

    /** The new cards of a group. */
    record OfGroup(String groupCode, List<Issued> cards) {}

    @Transactional
    OfGroup handle(String groupCode, CardIssueRequest request, AreaScope areas, String by) {
        GroupEntity group = groups.require(groupCode, areas);
        locks.take(LOCK);
        Instant now = clock.instant();
        List<UUID> ofGroup = families.onDay(group.code(), BusinessDates.on(now)).kpmIds();
        for (UUID named : request.replacedKpmIds()) {
            if (!ofGroup.contains(named)) {
                throw Refused.because("CHECK_IN_FAMILY_NOT_IN_GROUP").with("kpm_id", named);
            }
        }
        cards.replace(request.replacedKpmIds(), now, by);
        List<Issued> issued = new ArrayList<>();
        for (CardView card : cards.of(ofGroup)) {
            if (card.issuedAt() == null) {
                String code = CodeText.random(CodeText.CODE_CHARS);
                cards.add(card.kpmId(), code, now, by);
                issued.add(new Issued(card.kpmId(), code));
            }
        }
        if (issued.isEmpty()) {
            throw Refused.because("CHECK_IN_CARDS_COMPLETE");
        }
        return new OfGroup(group.code(), issued);
    }
}
