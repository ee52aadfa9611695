package id.pkh.district.story;

import java.util.List;
import java.util.Map;

/**
 * What the story came to.
 *
 * @param summary figures read back from the services, by name, in the order they are best shown
 * @param failures what was not as it has to be, a readable line each; empty when all is well
 */
public record StoryResult(Map<String, Object> summary, List<String> failures) {

    public StoryResult {
        failures = List.copyOf(failures);
    }

    public boolean passed() {
        return failures.isEmpty();
    }
}
