package id.pkh.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;

/** The other end of a {@link Worker}: answers one order after the other until there are no more. */
public final class Orders {

    /** Executes an order and returns its result. */
    public interface Doing {
        double[] on(String order) throws Exception;
    }

    private Orders() {}

    public static void serve(Doing doing) throws Exception {
        BufferedReader orders =
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String order = next(orders); order != null; order = next(orders)) {
            System.out.println(
                    Worker.ANSWER
                            + Arrays.stream(doing.on(order))
                                    .mapToObj(Double::toString)
                                    .collect(Collectors.joining(" ")));
            System.out.flush();
        }
    }

    private static String next(BufferedReader orders) throws IOException {
        return orders.readLine();
    }
}
