package id.pkh.benchmarks;

import java.util.List;

/** Something that can be measured, with the machine's own limit beside it. */
interface Benchmark {

    String name();

    /** What one reads before it starts. */
    String title();

    /**
     * @throws CannotRun when something it needs is missing or a result was wrong; a missed target
     *     is a figure like any other
     */
    List<Figure> run(Bench bench);
}
