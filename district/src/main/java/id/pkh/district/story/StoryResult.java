package id.pkh.district.story;

import java.util.List;
import java.util.Map;

/**
 * The result of the story.
 *
 * @param summary figures from the services by name, in the order in which they should be shown
 * @param failures deviations from the expected results, one readable line each; empty if there are
 *     none
 */
public record StoryResult(Map<String, Object> summary, List<String> failures) {

    public StoryResult {
        failures = List.copyOf(failures);
    }

    public boolean passed() {
        return failures.isEmpty();
    }
}
