package id.pkh.district.story;

/** Hears the story while it is played. */
public interface StoryListener {

    /** One sentence of the story. */
    void step(String sentence);

    /** How far a long piece of work is; called often, may be shown on one line. */
    void progress(String label, long done, long total);
}
