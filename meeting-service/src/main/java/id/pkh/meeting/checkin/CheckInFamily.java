package id.pkh.meeting.checkin;

import id.pkh.meeting.family.GroupFamilies;
import id.pkh.platform.security.AreaScope;
import id.pkh.platform.web.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Records that a family came. A family with a telephone sends the code that the session shows and
 * the code of its card; the card of a family without one is scanned by the facilitator.
 */
@ApplicationScoped
class CheckInFamily {

    private final CheckInSessions sessions;
    private final Cards cards;
    private final GroupFamilies families;
    private final CheckIns checkIns;
    private final Clock clock;

    CheckInFamily(
            CheckInSessions sessions,
            Cards cards,
            GroupFamilies families,
            CheckIns checkIns,
            Clock clock) {
        this.sessions = sessions;
        this.cards = cards;
        this.families = families;
        this.checkIns = checkIns;
        this.clock = clock;
    }

    /** A family that came, and whether it was not recorded before. */
    record Came(CheckInView view, boolean isNew) {}

    /**
     * By anyone who has both codes. Whatever is wrong with them is answered alike, so that nobody
     * learns from it which cards and sessions there are.
     */
    @Transactional
    void byPhone(CheckInRequest request) {
        Instant now = clock.instant();
        CheckInSession session =
                sessions.withHandle(SessionCode.handleOf(request.sessionCode()))
                        .filter(known -> known.isOpen(now))
                        .filter(open -> SessionCode.isAccepted(open, request.sessionCode(), now))
                        .orElseThrow(CheckInFamily::refused);
        UUID kpmId = requireFamily(session, request.cardCode());
        checkIns.record(session, kpmId, CheckInWay.FAMILY_PHONE, now, null);
    }

    /** By the facilitator, whose permission takes the place of the code that is shown. */
    @Transactional
    Came byCard(UUID sessionId, CardScanRequest request, AreaScope areas, String by) {
        Instant now = clock.instant();
        CheckInSession session = sessions.require(sessionId, areas);
        if (!session.isOpen(now)) {
            throw Refused.because("CHECK_IN_CLOSED").with("closed_at", session.closesAt());
        }
        UUID kpmId = requireFamily(session, request.cardCode());
        boolean isNew = checkIns.record(session, kpmId, CheckInWay.CARD_SCANNED, now, by);
        CheckInView view =
                checkIns.of(session).stream()
                        .filter(came -> came.kpmId().equals(kpmId))
                        .findFirst()
                        .orElseThrow();
        return new Came(view, isNew);
    }

    private UUID requireFamily(CheckInSession session, String cardCode) {
        Optional<UUID> family = cards.familyOf(cardCode);
        return family.filter(
                        kpmId -> families.onDay(session.groupCode(), session.heldOn()).holds(kpmId))
                .orElseThrow(CheckInFamily::refused);
    }

    private static Refused refused() {
        return Refused.because("CHECK_IN_REFUSED");
    }
}
