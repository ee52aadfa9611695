package id.pkh.registry.initial;

import com.github.f4b6a3.uuid.UuidCreator;
import id.pkh.platform.security.Caller;
import id.pkh.platform.web.BusinessDates;
import id.pkh.platform.web.Refused;
import id.pkh.registry.area.CallerAreas;
import id.pkh.registry.initial.InitialMeetings.NamedFamily;
import id.pkh.registry.initial.InitialMeetings.NewMeeting;
import id.pkh.registry.initial.InitialRequests.MeetingEntry;
import id.pkh.registry.initial.domain.MeetingRule;
import id.pkh.registry.intake.UniqueViolations;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Plans the initial meeting of a village, with the list of the candidates who are invited. */
@ApplicationScoped
class PlanInitialMeeting {

    private final InitialMeetings meetings;
    private final CallerAreas areas;
    private final Caller caller;
    private final Clock clock;

    PlanInitialMeeting(InitialMeetings meetings, CallerAreas areas, Caller caller, Clock clock) {
        this.meetings = meetings;
        this.areas = areas;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    UUID handle(MeetingEntry entry) {
        areas.requireVillage(entry.villageCode());
        faultOf(entry)
                .ifPresent(
                        code -> {
                            throw Refused.because(code);
                        });
        return plan(entry, listed(entry));
    }

    Optional<String> faultOf(MeetingEntry entry) {
        return MeetingRule.faultOf(
                entry.meetsOn(),
                LocalTime.parse(entry.startsAt()),
                LocalTime.parse(entry.endsAt()),
                BusinessDates.today(clock));
    }

    /** Writes a meeting without a fault, with its list. */
    UUID plan(MeetingEntry entry, Collection<UUID> listed) {
        UUID id = UuidCreator.getTimeOrderedEpoch();
        UniqueViolations.refuseOn(
                () ->
                        meetings.insert(
                                new NewMeeting(
                                        id,
                                        entry.villageCode(),
                                        entry.batch(),
                                        entry.meetsOn(),
                                        LocalTime.parse(entry.startsAt()),
                                        LocalTime.parse(entry.endsAt()),
                                        entry.place().strip(),
                                        entry.speakers(),
                                        caller.subject(),
                                        clock.instant())));
        UniqueViolations.refuseOn(() -> meetings.invite(id, listed));
        return id;
    }

    private Collection<UUID> listed(MeetingEntry entry) {
        if (entry.kpmIds() != null) {
            requireCandidates(entry);
            return entry.kpmIds();
        }
        List<UUID> all = unlisted(entry.villageCode());
        faultOfList(all)
                .ifPresent(
                        code -> {
                            throw Refused.because(code)
                                    .with("max_candidates", InitialRequests.MAX_CANDIDATES);
                        });
        return all;
    }

    /** The candidates of a village who are on no list, up to one more than a list can have. */
    List<UUID> unlisted(String village) {
        return meetings.candidates(village, InitialRequests.MAX_CANDIDATES + 1);
    }

    static Optional<String> faultOfList(List<UUID> listed) {
        if (listed.isEmpty()) {
            return Optional.of("INITIAL_NO_CANDIDATES");
        }
        return listed.size() > InitialRequests.MAX_CANDIDATES
                ? Optional.of("INITIAL_CANDIDATES_INVALID")
                : Optional.empty();
    }

    /** A family outside the caller's areas is refused like one that is not on record. */
    private void requireCandidates(MeetingEntry entry) {
        Map<UUID, NamedFamily> known =
                meetings.families(entry.kpmIds()).stream()
                        .filter(family -> areas.cover(family.villageCode()))
                        .collect(Collectors.toMap(NamedFamily::id, Function.identity()));
        for (UUID id : entry.kpmIds()) {
            Optional.ofNullable(known.get(id))
                    .map(
                            family ->
                                    MeetingRule.faultOfListed(
                                            family.status(),
                                            family.villageCode().equals(entry.villageCode())))
                    .orElse(Optional.of(MeetingRule.NOT_A_CANDIDATE))
                    .ifPresent(
                            code -> {
                                throw Refused.because(code).with("kpm_id", id.toString());
                            });
        }
    }
}
