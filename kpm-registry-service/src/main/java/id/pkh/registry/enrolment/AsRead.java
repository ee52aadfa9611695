package id.pkh.registry.enrolment;

import id.pkh.platform.web.Refused;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The family as the caller has read it, in one of two ways: the version in the request, or the
 * entity tags of {@code If-Match}. A caller who states neither changes what stands.
 *
 * @param version null if the request states none
 * @param tags the versions of which one must stand; empty if any may
 */
record AsRead(Long version, Set<Long> tags) {

    private static final String ANY = "*";
    private static final Pattern TAGS =
            Pattern.compile("\"[0-9]{1,18}\"(\\s*,\\s*\"[0-9]{1,18}\"){0,9}");

    static AsRead of(Long version) {
        return new AsRead(version, Set.of());
    }

    static AsRead of(Long version, String ifMatch) {
        if (ifMatch == null || ifMatch.strip().equals(ANY)) {
            return of(version);
        }
        if (!TAGS.matcher(ifMatch.strip()).matches()) {
            throw Refused.because("IF_MATCH_INVALID");
        }
        return new AsRead(
                version,
                Arrays.stream(ifMatch.replace("\"", "").split(","))
                        .map(String::strip)
                        .map(Long::valueOf)
                        .collect(Collectors.toSet()));
    }

    boolean isTagged() {
        return !tags.isEmpty();
    }

    /** The latest version that the caller has read. */
    long latestTag() {
        return tags.stream().mapToLong(Long::longValue).max().orElseThrow();
    }
}
