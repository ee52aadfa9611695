package id.pkh.benchmarks;

import java.util.List;

/** A measurement, together with the limit of this machine. */
interface Benchmark {

    String name();

    /** The text that is printed before it starts. */
    String title();

    /**
     * @throws CannotRun when something it needs is missing or a result was wrong; a missed target
     *     is an ordinary figure
     */
    List<Figure> run(Bench bench);
}
