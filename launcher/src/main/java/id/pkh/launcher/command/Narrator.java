package id.pkh.launcher.command;

import id.pkh.district.story.StoryListener;
import java.io.PrintWriter;

/**
 * Prints the story. In a terminal, progress stays on one line; elsewhere it prints one line per
 * quarter of the work.
 */
final class Narrator implements StoryListener {

    private static final int BAR = 30;
    private static final int QUARTERS = 4;

    private final PrintWriter out;
    private final boolean terminal;
    private boolean lineIsOpen;
    private long lastQuarter = -1;
    private String lastLabel = "";

    Narrator(PrintWriter out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    @Override
    public synchronized void step(String sentence) {
        closeLine();
        out.println(sentence);
        out.flush();
    }

    @Override
    public synchronized void progress(String label, long done, long total) {
        if (terminal) {
            drawBar(label, done, total);
            return;
        }
        long quarter = total == 0 ? QUARTERS : done * QUARTERS / total;
        if (!label.equals(lastLabel) || quarter != lastQuarter) {
            lastLabel = label;
            lastQuarter = quarter;
            out.println("    %s %,d of %,d".formatted(label, done, total));
            out.flush();
        }
    }

    private void drawBar(String label, long done, long total) {
        int filled = total == 0 ? BAR : (int) (done * BAR / total);
        out.print(
                "\r    %s %s%s %,d of %,d "
                        .formatted(
                                label, "#".repeat(filled), ".".repeat(BAR - filled), done, total));
        out.flush();
        lineIsOpen = true;
        if (done >= total) {
            closeLine();
        }
    }

    private void closeLine() {
        if (lineIsOpen) {
            out.println();
            lineIsOpen = false;
        }
    }
}
