package id.pkh.benchmarks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Figures as a list for programs; a number that was not measured is null. */
final class FigureJson {

    private static final ObjectMapper JSON = new ObjectMapper();

    private FigureJson() {}

    static String of(List<Figure> figures) {
        ArrayNode list = JSON.createArrayNode();
        for (Figure figure : figures) {
            ObjectNode node = list.addObject();
            node.put("name", figure.name());
            put(node, "value", figure.value());
            node.put("unit", figure.unit());
            node.put("limit_name", figure.limitName());
            put(node, "limit", figure.limit());
            put(node, "ratio", figure.ratio());
            put(node, "seconds", figure.seconds());
            put(node, "peak_rss_mb", figure.peakRssMb());
        }
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(list) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("figures cannot be written as JSON", e);
        }
    }

    private static void put(ObjectNode node, String name, double number) {
        if (Double.isFinite(number)) {
            node.put(name, Numbers.rounded(number));
        } else {
            node.putNull(name);
        }
    }
}
