package id.pkh.registry.roster;

import java.util.List;
import java.util.Optional;

/** The areas whose families a file may bring in with their status and accounts, if any. */
public final class PermittedAreas {

    public static final PermittedAreas NONE = new PermittedAreas(List.of());

    private final List<InitialRoster> rosters;

    PermittedAreas(List<InitialRoster> rosters) {
        this.rosters = rosters;
    }

    /** Whether the file is no initial roster but a list like any other. */
    public boolean isEmpty() {
        return rosters.isEmpty();
    }

    /** The person who permitted the file for the area of a village. */
    public Optional<String> permitterFor(String villageCode) {
        return rosters.stream()
                .filter(roster -> roster.covers(villageCode))
                .map(InitialRoster::permittedBy)
                .findFirst();
    }
}
