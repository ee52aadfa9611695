package id.pkh.registry.imports;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import id.pkh.platform.web.Refused;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The kinds of lists, by their names. */
@ApplicationScoped
class ListKinds {

    private final Map<String, RowImport<?>> kinds;

    ListKinds(@All List<RowImport<?>> kinds) {
        this.kinds = kinds.stream().collect(toMap(RowImport::kind, identity()));
    }

    RowImport<?> require(String kind) {
        return Optional.ofNullable(kinds.get(kind)).orElseThrow(() -> Refused.because("NOT_FOUND"));
    }

    /** A kind that these senders may send; any other is answered as one that does not exist. */
    RowImport<?> require(String kind, ListSenders senders) {
        RowImport<?> list = require(kind);
        if (list.senders() != senders) {
            throw Refused.because("NOT_FOUND");
        }
        return list;
    }

    List<String> names() {
        return kinds.keySet().stream().sorted().toList();
    }
}
