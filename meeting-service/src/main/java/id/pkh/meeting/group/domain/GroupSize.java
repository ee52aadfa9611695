package id.pkh.meeting.group.domain;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;

/**
 * How many families a group is to have. A group outside is shown to those who can change it; no
 * family is left without a group because of it.
 */
public record GroupSize(String policyCode, LocalDate validFrom, int minFamilies, int maxFamilies) {

    public GroupSizeFinding of(int families) {
        if (families < minFamilies) {
            return GroupSizeFinding.BELOW;
        }
        return families > maxFamilies ? GroupSizeFinding.ABOVE : GroupSizeFinding.WITHIN;
    }

    /** The size that applies on a day: the latest that has begun. */
    public static GroupSize on(Collection<GroupSize> sizes, LocalDate day) {
        return sizes.stream()
                .filter(size -> !size.validFrom().isAfter(day))
                .max(Comparator.comparing(GroupSize::validFrom))
                .orElseThrow(() -> new IllegalStateException("no size of groups on " + day));
    }
}
