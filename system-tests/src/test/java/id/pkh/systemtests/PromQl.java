package id.pkh.systemtests;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** As much of Prometheus' language as it takes to tell the metrics of an expression. */
final class PromQl {

    private static final Set<String> WORDS =
            Set.of("and", "or", "unless", "bool", "offset", "by", "without", "on", "ignoring");
    private static final Pattern NAME =
            Pattern.compile("(?<![0-9A-Za-z_.])[A-Za-z_:][A-Za-z0-9_:]*(?!\\s*\\(|[A-Za-z0-9_:])");

    private PromQl() {}

    /** Without functions, labels, times and numbers. */
    static Set<String> metricsOf(String expression) {
        String bare =
                expression
                        .replaceAll("\\{[^}]*}|\\[[^]]*]", " ")
                        .replaceAll("\\b(by|without|on|ignoring)\\s*\\([^)]*\\)", " ");
        Set<String> names = new TreeSet<>();
        Matcher name = NAME.matcher(bare);
        while (name.find()) {
            if (!WORDS.contains(name.group())) {
                names.add(name.group());
            }
        }
        return names;
    }
}
