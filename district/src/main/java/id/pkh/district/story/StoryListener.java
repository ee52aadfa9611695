package id.pkh.district.story;

/** Receives the sentences and the progress of the story. */
public interface StoryListener {

    /** One sentence of the story. */
    void step(String sentence);

    /** Progress of a long piece of work; called often, may be shown on one line. */
    void progress(String label, long done, long total);
}
