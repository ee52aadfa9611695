package id.pkh.district.story;

import java.util.List;
import java.util.Map;

/** Plays a district's quarter over the services' interfaces and compares what comes back. */
public final class Story {

    private final StoryConfig config;
    private final StoryListener listener;

    public Story(StoryConfig config, StoryListener listener) {
        this.config = config;
        this.listener = listener;
    }

    public StoryResult play() {
        listener.step("Playing " + config.input());
        return new StoryResult(Map.of(), List.of());
    }
}
